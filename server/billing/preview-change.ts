import type Stripe from "stripe";
import type { Plan } from "#db/control/schema/plans";
import { Refusal } from "#server/domain/refusal";
import { atStripe } from "./at-stripe.ts";
import type { BillingDoors } from "./billing-doors.ts";
import { changeKindOf } from "./change-kind.ts";
import { getPlan } from "./get-plan.ts";
import { getLiveSubscription, type LiveSubscription } from "./live-subscription.ts";
import type { Buying } from "./open-checkout.ts";
import { getSellablePlan, type SellablePlan } from "./sellable-plan.ts";
import { msOf } from "./stripe-ids.ts";

/** Cents; instants in milliseconds UTC. */
export type ChangePreview = {
  readonly planCode: string;
  readonly nom: string;
  readonly effect: "now" | "at_period_end";
  /** When it takes effect. */
  readonly at: number;
  /** To pay at once, TVA included; what is left of the current plan is deducted. */
  readonly dueTtc: number;
  /** The next ordinary payment: when, and its price before TVA; null when none follows. */
  readonly next: { readonly at: number; readonly priceHt: number } | null;
};

/**
 * What a change would cost, without changing anything.
 *
 * @throws Refusal SUBSCRIPTION_REQUIRED, PLAN_UNCHANGED, BILLING_UNAVAILABLE, and those of `getSellablePlan`
 */
export const previewChange = (doors: BillingDoors, { societeId, planCode }: Buying) =>
  atStripe("preview", () =>
    doors.turns.take(societeId, async (): Promise<ChangePreview> => {
      const plan = await doors.control.read((db) => getPlan(db, planCode));
      const sellable = plan.priceHt === 0 ? null : await getSellablePlan(doors, planCode);
      const live = await getLiveSubscription(doors, societeId);
      if (changeKindOf(live.plan, plan) === "same") throw new Refusal("PLAN_UNCHANGED");
      const isUpgrade = sellable && changeKindOf(live.plan, plan) === "upgrade";
      return isUpgrade ? previewUpgrade(doors, live, sellable) : previewLater(live, plan);
    }),
  );

function previewLater({ item }: LiveSubscription, { code, nom, priceHt }: Plan): ChangePreview {
  const at = msOf(item.current_period_end);
  const next = priceHt === 0 ? null : { at, priceHt };
  return { planCode: code, nom, effect: "at_period_end", at, dueTtc: 0, next };
}

async function previewUpgrade(
  { stripe, clock }: BillingDoors,
  { subscription, item, customerId }: LiveSubscription,
  { plan, price }: SellablePlan,
): Promise<ChangePreview> {
  const { at } = clock();
  const invoice = await stripe.invoices.createPreview({
    customer: customerId,
    subscription: subscription.id,
    subscription_details: {
      items: [{ id: item.id, price: price.id }],
      proration_behavior: "always_invoice",
    },
  });
  const nextAt = msOf(endOfNewPeriod(invoice, item));
  const { code, nom, priceHt } = plan;
  return {
    planCode: code,
    nom,
    effect: "now",
    at,
    dueTtc: invoice.amount_due,
    next: { at: nextAt, priceHt },
  };
}

/** Another interval begins a new period; otherwise the period stays. */
function endOfNewPeriod({ lines }: Stripe.Invoice, item: Stripe.SubscriptionItem): number {
  return lines.data.reduce(
    (latest, { amount, period }) => (amount > 0 ? Math.max(latest, period.end) : latest),
    item.current_period_end,
  );
}
