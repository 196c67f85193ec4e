import { html } from "hono/html";
import { amountsOf, runningSubscription } from "../checkout-sessions.ts";
import type { Customer } from "../objects/customer.ts";
import type { CheckoutSession } from "../objects/pages.ts";
import { find, get, type Sandbox } from "../sandbox.ts";
import type { Html } from "./layout.ts";
import { testNumberFields } from "./test-number-buttons.ts";
import { euros, intervalOf, priceOf } from "./words.ts";

export type Typed = Readonly<Record<string, string>>;

/** What is bought, and the form that pays for it. Everything typed before is kept. */
export function checkoutBody(sandbox: Sandbox, session: CheckoutSession, typed: Typed): Html {
  const closed = closedNote(sandbox, session);
  if (closed) return closed;
  const customer = find(sandbox.state.customers, session.customer);
  return html`<div class="deux">
${summary(sandbox, session, customer)}
<form method="post" class="bloc">
${identityFields(session, customer, typed)}
${testNumberFields("S’abonner")}
</form></div>`;
}

function closedNote(sandbox: Sandbox, session: CheckoutSession): Html | null {
  const back = session.cancel_url ?? "/";
  if (session.status === "complete")
    return html`<p class="note">Cette page a déjà servi : l’abonnement est souscrit.</p>
<p><a class="lien" href="${backTo(session)}">Revenir à FacturePro</a></p>`;
  if (session.status === "expired")
    return html`<p class="note">Cette page de paiement a expiré. Recommencez depuis FacturePro.</p>
<p><a class="lien" href="${back}">Revenir à FacturePro</a></p>`;
  if (runningSubscription(sandbox, session.customer))
    return html`<p class="note">Un abonnement est déjà en cours : il n’en faut pas un second.</p>
<p><a class="lien" href="${back}">Revenir à FacturePro</a></p>`;
  return null;
}

/** The address the product asked to be sent back to, once paid. */
export const backTo = ({ success_url, id }: CheckoutSession): string =>
  (success_url ?? "/").replaceAll("{CHECKOUT_SESSION_ID}", id);

function summary(sandbox: Sandbox, session: CheckoutSession, customer: Customer | null): Html {
  const price = get(sandbox.state.prices, "price", session.wanted.price);
  const name = find(sandbox.state.products, price.product)?.name ?? price.product;
  const { subtotal, tax, total, treatment, after } = amountsOf(sandbox, session, customer);
  return html`<section aria-labelledby="achat">
<h2 id="achat">${name}</h2>
<p class="grand">${euros(total)}</p>
<p class="doux">${priceOf(price)}</p>
<dl>
<div><dt>Prix HT</dt><dd>${euros(subtotal)}</dd></div>
<div><dt>TVA ${treatment ? `${treatment.percent} %` : ""}</dt><dd>${euros(tax)}</dd></div>
<div class="total"><dt>À payer aujourd’hui, TTC</dt><dd>${euros(total)}</dd></div>
</dl>
<p class="aide">Ensuite ${euros(after)} TTC par ${intervalOf(price)}, jusqu’à résiliation.
La TVA suit le pays et le numéro de TVA que vous indiquez.</p>
${session.cancel_url ? html`<p><a class="lien" href="${session.cancel_url}">Renoncer et revenir</a></p>` : ""}
</section>`;
}

type Field = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly large?: boolean;
};

const input = ({
  name,
  label,
  value,
  large,
}: Field): Html => html`<div class="groupe ${large ? "large" : ""}">
<label class="etiquette" for="${name}">${label}</label>
<input class="champ" id="${name}" name="${name}" value="${value}" autocomplete="off"></div>`;

/** Filled in beforehand, so that one click on a card is enough. */
function identityFields(session: CheckoutSession, customer: Customer | null, typed: Typed): Html {
  const address = customer?.address;
  const fields: Field[] = [
    { name: "nom", label: "Nom ou raison sociale", value: customer?.name ?? "", large: true },
    { name: "rue", label: "Adresse", value: address?.line1 ?? "12 rue des Essais", large: true },
    { name: "code_postal", label: "Code postal", value: address?.postal_code ?? "75002" },
    { name: "ville", label: "Ville", value: address?.city ?? "Paris" },
    { name: "pays", label: "Pays (deux lettres)", value: address?.country ?? "FR" },
  ];
  const vat = { name: "tva", label: "Numéro de TVA (facultatif)", value: "" };
  const shown = session.tax_id_collection.enabled ? [...fields, vat] : fields;
  return html`<fieldset><legend>Vos coordonnées</legend>
<p class="doux">${customer?.email ?? ""}</p>
<div class="grille">${shown.map((one) => input({ ...one, value: typed[one.name] ?? one.value }))}</div>
</fieldset>`;
}

/** 3-D Secure: the bank asks, the person accepts or refuses; what was typed travels along. */
export const authenticationBody = (typed: Typed, amount: string): Html => html`
<p>La banque demande de confirmer ${amount} (3-D Secure).</p>
<form method="post" class="ligne">
${Object.entries(typed).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="bouton bouton--principal" name="3ds" value="accepted">Confirmer l’authentification</button>
<button class="bouton" name="3ds" value="refused">Refuser</button>
</form>`;
