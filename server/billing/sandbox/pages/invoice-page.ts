import { html } from "hono/html";
import type { Invoice } from "../objects/invoice.ts";
import type { OpenSandbox } from "../open-sandbox.ts";
import { attemptPayment } from "../pay-invoice.ts";
import { addPaymentMethod } from "../payment-methods.ts";
import { find } from "../sandbox.ts";
import { StripeError } from "../stripe-error.ts";
import { outcomeOf } from "../test-numbers.ts";
import { authenticationBody, type Typed } from "./checkout-page.ts";
import type { Html } from "./layout.ts";
import { testNumberFields } from "./test-number-buttons.ts";
import { dayOf, euros, invoiceStatusOf } from "./words.ts";

/** Stripe's hosted invoice: what is owed, and the form that pays it. */
export const invoiceBody = (invoice: Invoice, back: string): Html => html`
<p><a class="lien" href="${back}">Revenir à FacturePro</a></p>
<div class="deux"><section>
<p class="grand">${euros(invoice.amount_remaining)}</p>
<dl>
<div><dt>État</dt><dd>${invoiceStatusOf[invoice.status]}</dd></div>
<div><dt>Date</dt><dd>${dayOf(invoice.created)}</dd></div>
${invoice.lines.data.map((line) => html`<div><dt>${line.description}</dt><dd>${euros(line.amount)}</dd></div>`)}
${(invoice.total_discount_amounts ?? []).map((off) => html`<div><dt>Remise</dt><dd>${euros(-off.amount)}</dd></div>`)}
${invoice.total_taxes.map((tax) => html`<div><dt>TVA</dt><dd>${euros(tax.amount)}</dd></div>`)}
<div class="total"><dt>Total TTC</dt><dd>${euros(invoice.total)}</dd></div>
</dl>
<p><a class="lien" href="/bac-a-sable/facture/${invoice.id}/pdf">Télécharger le PDF</a></p>
</section>
${
  invoice.status === "open"
    ? html`<form method="post" class="bloc">${testNumberFields("Payer")}</form>`
    : html`<p class="note">Il n’y a rien à payer.</p>`
}</div>`;

/**
 * Pay a hosted invoice. Null once it is done; the page of 3-D Secure when the bank asks. The method becomes the
 * subscription's, as with « save for future payments ».
 *
 * @throws StripeError for what the bank refuses
 */
export async function payHosted(
  box: OpenSandbox,
  invoice: Invoice,
  typed: Typed,
): Promise<Html | null> {
  const { sandbox } = box.store;
  if (invoice.status !== "open") return null;
  const asked = typed["3ds"];
  const known = find(sandbox.state.paymentMethods, typed["moyen"]);
  const number = typed["numero"] || typed["saisi"] || "";
  const method = known ?? addPaymentMethod(sandbox, invoice.customer, number);
  const authenticated = asked === "accepted";
  const first = outcomeOf(method.behaviour, { onSession: true, authenticated });
  if (first.kind === "requires_action" && asked !== "refused")
    return authenticationBody({ moyen: method.id }, euros(invoice.amount_remaining));
  const subscription = find(
    sandbox.state.subscriptions,
    invoice.parent.subscription_details.subscription,
  );
  if (subscription && first.kind !== "failed" && asked !== "refused")
    subscription.default_payment_method = method.id;
  const kind = attemptPayment(sandbox, invoice, {
    onSession: true,
    method,
    ...(asked === "accepted" || asked === "refused" ? { authentication: asked } : {}),
  });
  await box.keep();
  const error = find(sandbox.state.paymentIntents, invoice.payment_intent_id)?.last_payment_error;
  if (kind === "failed") throw new StripeError(error?.message ?? "", { code: error?.code ?? "" });
  return null;
}
