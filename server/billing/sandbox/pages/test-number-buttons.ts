import { html } from "hono/html";
import { testNumbers } from "../test-numbers.ts";
import type { Html } from "./layout.ts";

const spaced = (number: string) => number.replaceAll(/(.{4})(?=.)/g, "$1 ");

const buttons = (type: "card" | "sepa_debit") =>
  testNumbers
    .filter((one) => one.type === type)
    .map(
      ({ number, label }) => html`<button class="bouton" name="numero" value="${number}">
<span>${label}</span><span class="num">${spaced(number)}</span></button>`,
    );

/** The Enter key presses the first button of a form: it must be the one of what was typed. */
const enterKey = html`<button class="vh" name="numero" value="" tabindex="-1" aria-hidden="true"></button>`;

/** Every test card and account, one click each, and a field for who prefers to type. */
export const testNumberFields = (action: string): Html => html`
${enterKey}
<fieldset><legend>Carte d’essai</legend><div class="essais">${buttons("card")}</div></fieldset>
<fieldset><legend>Prélèvement SEPA d’essai</legend>
<p class="aide">La banque répond quelques jours plus tard : avancez l’horloge pour connaître le résultat.</p>
<div class="essais">${buttons("sepa_debit")}</div></fieldset>
<fieldset><legend>Autre numéro d’essai</legend>
<div class="groupe"><label class="etiquette" for="saisi">Numéro de carte ou IBAN</label>
<input class="champ num" id="saisi" name="saisi" autocomplete="off" inputmode="text"></div>
<div><button class="bouton bouton--principal" name="numero" value="">${action}</button></div></fieldset>`;
