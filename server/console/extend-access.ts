import { eq } from "drizzle-orm";
import { type Abonnement, abonnements as table } from "#db/control/schema/abonnements";
import type { Abonnements } from "#server/billing/create-abonnements";
import { loadCatalogue } from "#server/billing/terms-of";
import { trialPlanCode } from "#server/billing/trial-plan-code";
import type { CalendarDay } from "#server/domain/calendar-day";
import { Refusal } from "#server/domain/refusal";
import type { ControlTx } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import type { Operator } from "./operator.ts";
import { readReason } from "./read-reason.ts";
import { endOfDayGiven } from "./read-until.ts";
import { recordActe } from "./record-acte.ts";

type Doors = { readonly abonnements: Pick<Abonnements, "change"> };

type Extension = {
  readonly societeId: SocieteId;
  /** The last day. */
  readonly until: CalendarDay;
  readonly reason: string;
};

/** A subscription that lives, paid or not: what it allows is not a trial's affair any more. */
const alive = ["trialing", "active", "past_due", "unpaid", "paused"];
const owing = ["past_due", "unpaid"];

/**
 * Let a société try longer, or again: its trial ends after this day. The plan is the one it tried.
 *
 * @throws Refusal ACTE_INVALID, SOCIETE_NOT_FOUND, SUBSCRIPTION_EXISTS
 */
export function extendTrial(doors: Doors, extension: Extension, operator: Operator): Promise<void> {
  const { societeId } = extension;
  const reason = readReason(extension.reason);
  const until = endOfDayGiven(extension.until, operator.now);
  return doors.abonnements.change(societeId, async (tx) => {
    const row = await getRow(tx, societeId);
    if (row.status !== null && alive.includes(row.status)) throw new Refusal("SUBSCRIPTION_EXISTS");
    const plan = row.trialPlanCode ?? trialPlanCode(await loadCatalogue(tx));
    await tx
      .update(table)
      .set({ trialPlanCode: plan, trialEndsAt: until })
      .where(eq(table.societeId, societeId));
    const details = { until, before: row.trialEndsAt };
    await recordActe(tx, { kind: "essai.extended", societeId, reason, details }, operator);
  });
}

/**
 * Give a société that pays late more time than the fortnight of grace: it issues until this day. Stripe's state does not
 * change. The debt once paid, nothing is left of it.
 *
 * @throws Refusal ACTE_INVALID, SOCIETE_NOT_FOUND, NOTHING_DUE
 */
export function extendGrace(doors: Doors, extension: Extension, operator: Operator): Promise<void> {
  const { societeId } = extension;
  const reason = readReason(extension.reason);
  const until = endOfDayGiven(extension.until, operator.now);
  return doors.abonnements.change(societeId, async (tx) => {
    const row = await getRow(tx, societeId);
    if (row.status === null || !owing.includes(row.status)) throw new Refusal("NOTHING_DUE");
    await tx.update(table).set({ graceUntil: until }).where(eq(table.societeId, societeId));
    const details = { until, before: row.graceUntil };
    await recordActe(tx, { kind: "grace.extended", societeId, reason, details }, operator);
  });
}

async function getRow(tx: ControlTx, societeId: SocieteId): Promise<Abonnement> {
  const [row] = await tx.select().from(table).where(eq(table.societeId, societeId));
  if (!row) throw new Refusal("SOCIETE_NOT_FOUND");
  return row;
}
