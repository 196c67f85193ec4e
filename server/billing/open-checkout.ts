import type Stripe from "stripe";
import { Refusal } from "#server/domain/refusal";
import { atStripe } from "./at-stripe.ts";
import type { BillingDoors } from "./billing-doors.ts";
import { ensureCustomer, societeMetadata } from "./ensure-customer.ts";
import { planMetadata } from "./plan-of-price.ts";
import { getSellablePlan, type SellablePlan } from "./sellable-plan.ts";
import { isEstablished } from "./subscription-of.ts";
import { syncAbonnement } from "./sync-abonnement.ts";

export type Buying = { readonly societeId: string; readonly planCode: string };

/** A page must leave this long to fill it in, seconds. */
const shortestPage = 30 * 60;
const keyBucketMs = 5 * 60_000;

/**
 * Stripe's page to subscribe. One société has one such page at a time: the same click twice is answered the same page,
 * another plan closes the page of the first, and with a subscription there is none: it is changed.
 *
 * @throws Refusal SUBSCRIPTION_EXISTS, BILLING_UNAVAILABLE, and those of `getSellablePlan`
 */
export const openCheckout = (doors: BillingDoors, buying: Buying): Promise<{ url: string }> =>
  atStripe("checkout", () =>
    doors.turns.take(buying.societeId, async () => {
      const sellable = await getSellablePlan(doors, buying.planCode);
      const { abonnement, state } = await syncAbonnement(doors, buying.societeId);
      if (state?.subscriptions.some((one) => isEstablished(one) || isBeingDebited(one)))
        throw new Refusal("SUBSCRIPTION_EXISTS");
      const customer = await ensureCustomer(doors, abonnement);
      const { reusable, newest } = await closeOtherPages(doors, customer, sellable);
      if (reusable) return { url: reusable };
      await abandonIncomplete(doors, state?.subscriptions ?? []);
      const bucket = Math.floor(doors.clock().at / keyBucketMs);
      const page = await doors.stripe.checkout.sessions.create(
        pageOf(doors, { ...buying, customer, ...sellable }),
        { idempotencyKey: `checkout:${buying.societeId}:${sellable.price.id}:${newest}:${bucket}` },
      );
      if (page.url === null) throw new Error(`checkout session ${page.id} has no page`);
      return { url: page.url };
    }),
  );

/** Closes the société's other pages: what is paid on one could not be undone by the other. */
async function closeOtherPages(
  { stripe, clock }: BillingDoors,
  customer: string,
  { price }: SellablePlan,
): Promise<{ reusable: string | null; newest: string }> {
  const { data } = await stripe.checkout.sessions.list({ customer, limit: 20 });
  const open = data.filter(({ status }) => status === "open");
  const lastsUntil = clock().at / 1_000 + shortestPage;
  const same = open.find(
    ({ metadata, expires_at, url }) =>
      url !== null && metadata?.["priceId"] === price.id && expires_at > lastsUntil,
  );
  for (const { id } of open) if (id !== same?.id) await stripe.checkout.sessions.expire(id);
  return { reusable: same?.url ?? null, newest: data[0]?.id ?? "first" };
}

/** A first SEPA debit takes days to succeed: until then it is bought, not abandoned. */
const isBeingDebited = ({ status, default_payment_method }: Stripe.Subscription): boolean =>
  status === "incomplete" &&
  typeof default_payment_method === "object" &&
  default_payment_method?.type === "sepa_debit";

/** A first payment never confirmed: left alone, it could still be paid beside the new one. */
async function abandonIncomplete(
  { stripe }: BillingDoors,
  subscriptions: readonly Stripe.Subscription[],
): Promise<void> {
  for (const { id, status } of subscriptions)
    if (status === "incomplete") await stripe.subscriptions.cancel(id);
}

/** Card and SEPA are the account's choice: what names them here changed with each version of the API. */
function pageOf(
  { appOrigin }: BillingDoors,
  { societeId, customer, plan, price }: Buying & SellablePlan & { readonly customer: string },
): Stripe.Checkout.SessionCreateParams {
  const metadata = { [societeMetadata]: societeId, [planMetadata]: plan.code };
  const back = `${appOrigin}/reglages/abonnement`;
  return {
    mode: "subscription",
    customer,
    client_reference_id: societeId,
    line_items: [{ price: price.id, quantity: 1 }],
    locale: "fr",
    automatic_tax: { enabled: true },
    billing_address_collection: "required",
    tax_id_collection: { enabled: true },
    customer_update: { address: "auto", name: "auto" },
    metadata: { ...metadata, priceId: price.id },
    subscription_data: { metadata },
    success_url: `${back}?retour=paiement&session_id={CHECKOUT_SESSION_ID}`,
    cancel_url: `${back}?retour=abandon`,
  };
}
