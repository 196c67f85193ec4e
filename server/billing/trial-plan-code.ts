import { and, desc, eq } from "drizzle-orm";
import { plans } from "#db/control/schema/plans";
import { Refusal } from "#server/domain/refusal";
import type { ControlDb, ControlTx } from "#server/tenancy/control";
import { trialOffre } from "./first-plans.ts";

/** What a new société tries: the last version of its offer by the month. @throws Refusal PLAN_NOT_FOUND */
export async function trialPlanCode(db: ControlDb | ControlTx): Promise<string> {
  const [plan] = await db
    .select({ code: plans.code })
    .from(plans)
    .where(and(eq(plans.offre, trialOffre), eq(plans.interval, "mois")))
    .orderBy(desc(plans.version))
    .limit(1);
  if (!plan) throw new Refusal("PLAN_NOT_FOUND", { planCode: trialOffre });
  return plan.code;
}
