import { plans } from "#db/control/schema/plans";
import type { Control } from "#server/tenancy/control";
import { firstPlans } from "./first-plans.ts";

/**
 * Put on sale what is not there yet; a plan the operator edited stays as it is.
 *
 * @param at instant, milliseconds UTC
 */
export async function seedPlans(control: Control, at: number): Promise<void> {
  const known = await control.read((db) => db.select({ code: plans.code }).from(plans));
  const codes = new Set(known.map(({ code }) => code));
  const missing = firstPlans.filter(({ code }) => !codes.has(code));
  if (missing.length === 0) return;
  const rows = missing.map((plan) => ({ ...plan, createdAt: at }));
  await control.write((tx) => tx.insert(plans).values(rows).onConflictDoNothing());
}
