import { atStripe } from "#server/billing/at-stripe";
import type { Billing } from "#server/billing/create-billing";
import type { Operator } from "./operator.ts";
import { upTo } from "./up-to.ts";

/**
 * Compare everything with Stripe now. What takes longer than a few seconds goes on by itself.
 *
 * @throws Refusal BILLING_UNAVAILABLE
 */
export const compareNow = async (
  { comparer }: Pick<Billing, "comparer">,
  { userName }: Operator,
): Promise<{ isDone: boolean }> => ({
  isDone: await atStripe("compare", () => upTo(comparer.run(userName))),
});
