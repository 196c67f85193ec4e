import { eq } from "drizzle-orm";
import { type Plan, plans } from "#db/control/schema/plans";
import { Refusal } from "#server/domain/refusal";
import type { ControlDb, ControlTx } from "#server/tenancy/control";

/** @throws Refusal PLAN_NOT_FOUND */
export async function getPlan(db: ControlDb | ControlTx, code: string): Promise<Plan> {
  const [plan] = await db.select().from(plans).where(eq(plans.code, code));
  if (!plan) throw new Refusal("PLAN_NOT_FOUND", { planCode: code });
  return plan;
}

/** A plan with its price at Stripe, as subscribing asks for. */
export type PricedPlan = Plan & { readonly lookupKey: string };

/**
 * A plan that may be subscribed to now. Those who hold an archived one keep it.
 *
 * @throws Refusal PLAN_NOT_FOUND, PLAN_ARCHIVED, PLAN_WITHOUT_PRICE
 */
export async function getPlanOnSale(db: ControlDb | ControlTx, code: string): Promise<PricedPlan> {
  const plan = await getPlan(db, code);
  const { lookupKey, archivedAt, nom } = plan;
  if (archivedAt !== null) throw new Refusal("PLAN_ARCHIVED", { planCode: code, plan: nom });
  if (lookupKey === null) throw new Refusal("PLAN_WITHOUT_PRICE", { planCode: code, plan: nom });
  return { ...plan, lookupKey };
}
