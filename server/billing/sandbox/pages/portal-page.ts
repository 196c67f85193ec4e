import { html } from "hono/html";
import type { Price } from "../objects/catalogue.ts";
import type { Customer } from "../objects/customer.ts";
import type { Invoice } from "../objects/invoice.ts";
import type { PortalSession } from "../objects/pages.ts";
import type { Subscription } from "../objects/subscription.ts";
import { find, get, type Sandbox } from "../sandbox.ts";
import { hasEnded, itemOf } from "../subscription-life.ts";
import { type Html, oneButton } from "./layout.ts";
import { testNumberFields } from "./test-number-buttons.ts";
import { dayOf, euros, invoiceStatusOf, methodName, priceOf, statusOf } from "./words.ts";

/** The customer's portal: subscription, means of payment, invoices. */
export function portalBody(sandbox: Sandbox, session: PortalSession): Html {
  const customer = get(sandbox.state.customers, "customer", session.customer);
  const running = runningOf(sandbox, customer.id);
  return html`
${session.return_url ? html`<p><a class="lien" href="${session.return_url}">Revenir à FacturePro</a></p>` : ""}
${running ? subscriptionSection(sandbox, session, running) : html`<p class="note">Aucun abonnement en cours.</p>`}
${methodSection(sandbox, customer, running)}
${invoicesSection(sandbox, customer)}`;
}

export const runningOf = (sandbox: Sandbox, customer: string): Subscription | null =>
  Object.values(sandbox.state.subscriptions)
    .filter((one) => one.customer === customer && !hasEnded(one))
    .at(-1) ?? null;

function subscriptionSection(
  sandbox: Sandbox,
  session: PortalSession,
  subscription: Subscription,
): Html {
  const item = itemOf(subscription);
  const name = find(sandbox.state.products, item.price.product)?.name ?? item.price.product;
  const end = dayOf(item.current_period_end);
  return html`<section aria-labelledby="abonnement"><h2 id="abonnement">Abonnement</h2>
<dl>
<div><dt>Formule</dt><dd>${name}, ${priceOf(item.price)}</dd></div>
<div><dt>État</dt><dd>${statusOf[subscription.status]}</dd></div>
<div><dt>${subscription.cancel_at_period_end ? "Prend fin le" : "Prochaine échéance"}</dt><dd>${end}</dd></div>
</dl>
<div class="ligne">${
    subscription.cancel_at_period_end
      ? oneButton("Ne plus résilier", { act: "resume" }, "bouton--principal")
      : oneButton(`Résilier au ${end}`, { act: "cancel" }, "bouton--danger")
  }</div>
${changeForms(sandbox, session, item.price)}</section>`;
}

/** The prices its configuration lets the customer choose; all those of the catalogue when it lists none. */
function changeForms(sandbox: Sandbox, session: PortalSession, current: Price): Html {
  const offered = offeredPrices(sandbox, session).filter(({ id }) => id !== current.id);
  if (offered.length === 0) return html``;
  const name = ({ product }: Price) => find(sandbox.state.products, product)?.name ?? product;
  return html`<h3>Changer de formule</h3><div class="ligne">${offered.map((price) =>
    oneButton(`${name(price)} — ${priceOf(price)}`, { act: "change", price: price.id }),
  )}</div>
<p class="aide">Une formule plus chère commence aussitôt, la différence est payée tout de suite ; une moins chère attend l’échéance.</p>`;
}

function offeredPrices(sandbox: Sandbox, session: PortalSession): Price[] {
  const features = find(sandbox.state.portalConfigurations, session.configuration)?.features;
  const update = features?.["subscription_update"] as
    | { readonly enabled?: boolean; readonly products?: readonly { prices?: readonly string[] }[] }
    | undefined;
  if (update?.enabled !== true) return [];
  const ids = (update.products ?? []).flatMap(({ prices }) => prices ?? []);
  return ids.flatMap((id) => find(sandbox.state.prices, id) ?? []);
}

function methodSection(sandbox: Sandbox, customer: Customer, running: Subscription | null): Html {
  const id = running?.default_payment_method ?? customer.invoice_settings.default_payment_method;
  return html`<section aria-labelledby="moyen"><h2 id="moyen">Moyen de paiement</h2>
<p>${methodName(find(sandbox.state.paymentMethods, id))}</p>
<details><summary>Changer de moyen de paiement</summary>
<form method="post" class="bloc"><input type="hidden" name="act" value="method">
${testNumberFields("Enregistrer ce moyen de paiement")}</form></details></section>`;
}

function invoicesSection(sandbox: Sandbox, customer: Customer): Html {
  const invoices = Object.values(sandbox.state.invoices)
    .filter((one) => one.customer === customer.id && one.status !== "draft")
    .toReversed();
  if (invoices.length === 0)
    return html`<section><h2>Factures de l’abonnement</h2><p class="doux">Aucune facture pour l’instant.</p></section>`;
  return html`<section aria-labelledby="factures"><h2 id="factures">Factures de l’abonnement</h2>
<div class="defile" tabindex="0" role="group" aria-labelledby="factures"><table>
<thead><tr><th scope="col">Numéro</th><th scope="col">Date</th><th scope="col" class="num">Montant TTC</th><th scope="col">État</th><th scope="col">Documents</th></tr></thead>
<tbody>${invoices.map(invoiceRow)}</tbody></table></div></section>`;
}

const invoiceRow = (invoice: Invoice): Html => html`<tr>
<td>${invoice.number}</td><td>${dayOf(invoice.created)}</td>
<td class="num">${euros(invoice.total)}</td><td>${invoiceStatusOf[invoice.status]}</td>
<td><a class="lien" href="/bac-a-sable/facture/${invoice.id}/pdf">PDF<span class="vh"> de ${invoice.number}</span></a>
${invoice.status === "open" ? html` · <a class="lien" href="/bac-a-sable/facture/${invoice.id}">Payer<span class="vh"> ${invoice.number}</span></a>` : ""}</td></tr>`;
