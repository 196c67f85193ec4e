import { eq } from "drizzle-orm";
import { ecarts } from "#db/control/schema/comparaisons";
import type { Billing } from "#server/billing/create-billing";
import { repairEcart } from "#server/billing/repair-ecart";
import { Refusal } from "#server/domain/refusal";
import type { Operator } from "./operator.ts";
import { readReason } from "./read-reason.ts";
import { recordActe } from "./record-acte.ts";

type Repair = { readonly ecartId: number; readonly reason: string };

/**
 * Make a difference with Stripe go away: what Stripe says of a société is taken, what the plans say is told to it. The act
 * is written before Stripe is asked: what then fails was tried all the same.
 *
 * @returns whether it is gone
 * @throws Refusal ACTE_INVALID, ECART_NOT_FOUND, STRIPE_CUSTOMER_UNKNOWN, BILLING_UNAVAILABLE
 */
export async function repairDifference(
  billing: Billing,
  { ecartId, reason: typed }: Repair,
  operator: Operator,
): Promise<{ isGone: boolean }> {
  const reason = readReason(typed);
  const ecart = await billing.control.write(async (tx) => {
    const [found] = await tx.select().from(ecarts).where(eq(ecarts.id, ecartId));
    if (!found) throw new Refusal("ECART_NOT_FOUND");
    const { societeId, objet, champ, ici, stripe } = found;
    const details = { objet, champ, ici, stripe };
    await recordActe(tx, { kind: "ecart.repaired", societeId, reason, details }, operator);
    return found;
  });
  return { isGone: await repairEcart(billing, ecart) };
}
