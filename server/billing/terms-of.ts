import { and, asc, eq, isNull } from "drizzle-orm";
import { type Abonnement, abonnements } from "#db/control/schema/abonnements";
import { clotures } from "#db/control/schema/clotures";
import { derogations } from "#db/control/schema/derogations";
import type { Plan } from "#db/control/schema/plans";
import { suspensions } from "#db/control/schema/suspensions";
import { isDemonstration } from "#server/demonstration/is-demonstration";
import { demonstrationTerms } from "#server/domain/demonstration";
import type {
  Closing,
  Derogation,
  PlanTerms,
  SubscriptionTerms,
  Suspension,
  Terms,
} from "#server/domain/quota";
import { Refusal } from "#server/domain/refusal";
import type { ControlDb, ControlTx } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { freePlanCode } from "./first-plans.ts";
import { planTerms } from "./plan-terms.ts";
import { readPlans } from "./read-plans.ts";

type Db = ControlDb | ControlTx;

/**
 * What a société bought, whole: from its row, the plans as they are today and what was granted beside them. A demonstration
 * buys nothing and may do everything.
 *
 * @throws Refusal SOCIETE_NOT_FOUND when it has no abonnement
 */
export async function termsOf(db: Db, societeId: SocieteId): Promise<Terms> {
  const [row] = await db.select().from(abonnements).where(eq(abonnements.societeId, societeId));
  if (!row && (await isDemonstration(db, societeId))) return demonstrationTerms;
  if (!row) throw new Refusal("SOCIETE_NOT_FOUND");
  const catalogue = await loadCatalogue(db);
  const { plan, base } = catalogue;
  const closing = await findClosing(db, societeId);
  const suspension = await findSuspension(db, societeId);
  return {
    ...base,
    version: row.version,
    freeSince: row.freeSince,
    trial:
      row.trialPlanCode !== null && row.trialEndsAt !== null
        ? { plan: plan(row.trialPlanCode), endsAt: row.trialEndsAt }
        : null,
    subscription: subscriptionOf(row, catalogue),
    derogations: await loadDerogations(db, societeId),
    ...(closing && { closing }),
    ...(suspension && { suspension }),
  };
}

export type Catalogue = Awaited<ReturnType<typeof loadCatalogue>>;

/** Every plan by its code, and what terms say of them whoever subscribes. */
export async function loadCatalogue(db: Db) {
  const rows = await readPlans(db);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const row = (code: string): Plan => {
    const found = byCode.get(code);
    if (!found) throw new Refusal("PLAN_NOT_FOUND", { planCode: code });
    return found;
  };
  const plan = (code: string): PlanTerms => planTerms(row(code));
  const ladder = rows
    .filter(({ archivedAt, interval }) => archivedAt === null && interval === "mois")
    .map(planTerms);
  return { plans: rows, row, plan, base: { free: plan(freePlanCode), ladder } };
}

/** Nothing while Stripe has not said what was bought and for when. */
function subscriptionOf(row: Abonnement, { row: planRow, plan }: Catalogue) {
  const { status, planCode, periodStart, periodEnd, pendingPlanCode, pendingAt } = row;
  if (status === null || planCode === null || periodStart === null || periodEnd === null)
    return null;
  const subscription: SubscriptionTerms = {
    status,
    plan: plan(planCode),
    interval: planRow(planCode).interval,
    periodStart,
    periodEnd,
    anchorAt: row.anchorAt ?? periodStart,
    cancelAt: row.cancelAt,
    endedAt: row.endedAt,
    pastDueSince: row.pastDueSince,
    ...(row.graceUntil !== null && row.pastDueSince !== null && { graceUntil: row.graceUntil }),
    pending:
      pendingPlanCode !== null && pendingAt !== null
        ? { plan: plan(pendingPlanCode), at: pendingAt }
        : null,
    dueTtc: row.dueTtc,
    dueUrl: row.dueUrl,
  };
  return subscription;
}

async function findClosing(db: Db, societeId: SocieteId): Promise<Closing | null> {
  const { askedAt, deletionAt } = clotures;
  const [found] = await db
    .select({ askedAt, deletionAt })
    .from(clotures)
    .where(eq(clotures.societeId, societeId));
  return found ?? null;
}

async function findSuspension(db: Db, societeId: SocieteId): Promise<Suspension | null> {
  const { since, motif } = suspensions;
  const [found] = await db
    .select({ since, motif })
    .from(suspensions)
    .where(eq(suspensions.societeId, societeId));
  return found ?? null;
}

function loadDerogations(db: Db, societeId: SocieteId): Promise<Derogation[]> {
  const { limite, ajout, until, reason } = derogations;
  return db
    .select({ limite, ajout, until, reason })
    .from(derogations)
    .where(and(eq(derogations.societeId, societeId), isNull(derogations.revokedAt)))
    .orderBy(asc(derogations.id));
}
