import { html } from "hono/html";
import type { OpenSandbox } from "../open-sandbox.ts";
import type { Delivery } from "../state.ts";
import { type Html, oneButton } from "./layout.ts";
import { instantOf, shortInstantOf } from "./words.ts";

/** The product's clock, what it will bring, and how webhooks travel. */
export function clockBody(box: OpenSandbox): Html {
  const now = Math.floor(box.clock().at / 1000);
  return html`
<p class="grand">${instantOf(now)}</p>
<p class="doux">Date du produit tout entier, à Paris. Elle n’avance que vers l’avenir ; les sessions ouvertes le restent.</p>
${box.advanceTo ? advanceForms(box) : html`<p class="note">L’horloge n’est pas à avancer d’ici.</p>`}
${duesSection(box)}
${networkSection(box)}
${deliveriesSection(box)}`;
}

const steps = [
  ["jour", "Avancer d’un jour"],
  ["semaine", "Avancer d’une semaine"],
  ["mois", "Avancer d’un mois"],
] as const;

function advanceForms(box: OpenSandbox): Html {
  const [next] = box.store.dues();
  const buttons = steps.map(([step, label]) => oneButton(label, { act: "advance", step }));
  return html`<div class="ligne">${
    next
      ? oneButton(
          "Jusqu’au prochain événement",
          { act: "advance", step: "evenement" },
          "bouton--principal",
        )
      : ""
  }${buttons}</div>`;
}

function duesSection({ store }: OpenSandbox): Html {
  const dues = store.dues().slice(0, 12);
  const name = (id: string | null) => store.sandbox.state.customers[id ?? ""]?.name ?? "";
  return html`<section aria-labelledby="venir"><h2 id="venir">À venir</h2>
${
  dues.length === 0
    ? html`<p class="doux">Rien n’est prévu : aucun abonnement n’est en cours.</p>`
    : html`<div class="defile" tabindex="0" role="group" aria-labelledby="venir"><table><thead><tr><th scope="col">Quand</th><th scope="col">Quoi</th><th scope="col">Client</th></tr></thead>
<tbody>${dues.map(({ at, what, customer }) => html`<tr><td>${shortInstantOf(at)}</td><td>${what}</td><td>${name(customer)}</td></tr>`)}</tbody></table></div>`
}</section>`;
}

const percents = [0, 10, 25, 50];
const delays = [0, 2, 10, 60];

function networkSection({ store }: OpenSandbox): Html {
  const { delayMs, duplicateShare, shuffle, dropShare, failShare } = store.sandbox.state.network;
  const share = (name: string, label: string, value: number) =>
    select(name, label, percents, Math.round(value * 100), " %");
  return html`<section aria-labelledby="reseau"><h2 id="reseau">Réseau des webhooks</h2>
<form method="post" class="bloc"><input type="hidden" name="act" value="network">
<div class="grille">
${select("retard", "Retard de chaque webhook", delays, Math.round(delayMs / 1000), " s")}
${share("doubles", "Envoyés deux fois", duplicateShare)}
${share("perdus", "Perdus en route", dropShare)}
${share("pannes", "Appels de l’API en échec", failShare)}
<label class="coche large"><input class="case" type="checkbox" name="melange" ${shuffle ? "checked" : ""}> Mélanger l’ordre</label>
</div><div><button class="bouton">Appliquer</button></div></form></section>`;
}

const select = (
  name: string,
  label: string,
  values: readonly number[],
  chosen: number,
  unit: string,
): Html => html`
<div class="groupe"><label class="etiquette" for="${name}">${label}</label>
<select class="champ" id="${name}" name="${name}">${values.map(
  (value) =>
    html`<option value="${value}" ${value === chosen ? "selected" : ""}>${value}${unit}</option>`,
)}</select></div>`;

const fates: Readonly<Record<Delivery["status"], string>> = {
  delivered: "Reçu",
  dropped: "Perdu",
  failed: "Abandonné",
  pending: "En route",
};

function deliveriesSection({ store }: OpenSandbox): Html {
  const latest = Object.values(store.sandbox.state.deliveries).slice(-30).toReversed();
  const row = (one: Delivery) => html`<tr><td>${shortInstantOf(one.at)}</td><td>${one.type}</td>
<td>${fates[one.status]}${one.code === null ? "" : ` (${one.code})`}</td><td class="num">${one.attempts}</td>
<td>${oneButton("Renvoyer", { act: "resend", event: one.event }, "bouton--petit")}</td></tr>`;
  return html`<section aria-labelledby="envois"><h2 id="envois">Derniers webhooks</h2>
${
  latest.length === 0
    ? html`<p class="doux">Aucun webhook pour l’instant.</p>`
    : html`<div class="defile" tabindex="0" role="group" aria-labelledby="envois"><table><thead><tr><th scope="col">Date</th><th scope="col">Événement</th><th scope="col">Sort</th><th scope="col" class="num">Essais</th><th scope="col"><span class="vh">Agir</span></th></tr></thead>
<tbody>${latest.map(row)}</tbody></table></div>`
}</section>`;
}
