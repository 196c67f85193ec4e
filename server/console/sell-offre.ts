import { and, eq, isNull } from "drizzle-orm";
import { plans } from "#db/control/schema/plans";
import { freePlanCode, trialOffre } from "#server/billing/first-plans";
import { archiveOffre } from "#server/billing/write-offre";
import { Refusal } from "#server/domain/refusal";
import type { Operator } from "./operator.ts";
import { pushOffres } from "./push-offres.ts";
import { readReason } from "./read-reason.ts";
import { recordActe } from "./record-acte.ts";
import { type OffreDoors, pushedNow } from "./save-offre.ts";

type Archiving = { readonly offre: string; readonly reason: string };

/** Everybody falls back to one of these, everybody new tries the other. */
const kept: readonly string[] = [freePlanCode, trialOffre];

/**
 * Stop selling an offer, here and at Stripe. Who subscribed keeps it; saved again, it is sold again.
 *
 * @throws Refusal ACTE_INVALID, PLAN_NOT_FOUND, PLAN_KEPT
 */
export async function stopSelling(
  { billing, abonnements }: OffreDoors,
  { offre, reason: typed }: Archiving,
  operator: Operator,
): Promise<{ isPushed: boolean }> {
  const reason = readReason(typed);
  if (kept.includes(offre)) throw new Refusal("PLAN_KEPT");
  await abonnements.changePlans(async (tx) => {
    const isSold = and(eq(plans.offre, offre), isNull(plans.archivedAt));
    const [sold] = await tx.select().from(plans).where(isSold);
    if (!sold) throw new Refusal("PLAN_NOT_FOUND", { planCode: offre });
    await archiveOffre(tx, offre, operator.now.at);
    const details = { objet: sold.nom, offre };
    await recordActe(tx, { kind: "offre.archived", societeId: null, reason, details }, operator);
  });
  return { isPushed: await pushedNow(billing) };
}

/**
 * Tell Stripe of the offers again, when it was not there to hear.
 *
 * @throws Refusal ACTE_INVALID, BILLING_UNAVAILABLE
 */
export async function pushAgain(
  { billing }: Pick<OffreDoors, "billing">,
  { reason: typed }: Pick<Archiving, "reason">,
  operator: Operator,
): Promise<{ steps: number }> {
  const reason = readReason(typed);
  const steps = await pushOffres(billing);
  await billing.control.write((tx) =>
    recordActe(
      tx,
      { kind: "offres.pushed", societeId: null, reason, details: { steps: steps.join(", ") } },
      operator,
    ),
  );
  return { steps: steps.length };
}
