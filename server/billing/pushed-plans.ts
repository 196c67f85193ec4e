import { createHash } from "node:crypto";
import { asc, eq, gt } from "drizzle-orm";
import { type Plan, plans } from "#db/control/schema/plans";
import { reglages } from "#db/control/schema/reglages";
import type { ControlDb } from "#server/tenancy/control";
import type { BillingDoors } from "./billing-doors.ts";

const key = "plans_pousses";

/** What Stripe must know of the plans, in a few letters. */
function digestOf(sold: readonly Plan[]): string {
  const facts = sold.map(({ code, offre, nom, priceHt, interval, lookupKey, archivedAt }) =>
    [code, offre, nom, priceHt, interval, lookupKey, archivedAt === null].join("|"),
  );
  return createHash("sha256").update(facts.sort().join("\n")).digest("hex");
}

/** Stripe now sells these. */
export async function notePushed(
  { control, clock }: Pick<BillingDoors, "control" | "clock">,
  sold: readonly Plan[],
): Promise<void> {
  const value = { key, value: digestOf(sold), at: clock().at };
  await control.write((tx) =>
    tx.insert(reglages).values(value).onConflictDoUpdate({ target: reglages.key, set: value }),
  );
}

/** Whether Stripe was told of the plans as they are, without asking it. */
export async function arePlansPushed(db: ControlDb): Promise<boolean> {
  const sold = await db.select().from(plans).where(gt(plans.priceHt, 0)).orderBy(asc(plans.code));
  const [pushed] = await db.select().from(reglages).where(eq(reglages.key, key));
  return pushed?.value === digestOf(sold);
}
