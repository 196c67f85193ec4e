import { and, asc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { type Plan, plans } from "#db/control/schema/plans";
import { releves } from "#db/control/schema/releves";
import { revenusPlans } from "#db/control/schema/revenus";
import { societes } from "#db/control/schema/societes";
import { freePlanCode, trialOffre } from "#server/billing/first-plans";
import { limitsOf } from "#server/billing/plan-terms";
import { arePlansPushed } from "#server/billing/pushed-plans";
import type { Moment } from "#server/domain/calendar-day";
import { mrrOf } from "#server/domain/mrr";
import type { SubscriptionStatus } from "#server/domain/quota";
import { Refusal } from "#server/domain/refusal";
import type { Control, ControlDb } from "#server/tenancy/control";

/** Held by somebody, paid on time or not. */
const alive: readonly SubscriptionStatus[] = ["trialing", "active", "past_due", "unpaid", "paused"];
const isAlive = inArray(abonnements.status, [...alive]);

/** One price of an offer, in one version, and who holds it. */
type Held = Plan & { readonly abonnes: number; readonly essais: number; readonly mrrHt: number };

/** Every offer, from the smallest, sold or not any more: what it is, who is on it, what it brings a month. */
export const listOffres = (control: Control, now: Moment) =>
  control.read(async (db) => {
    const held = await readHeld(db, now.at);
    const names = [...new Set(held.map(({ offre }) => offre))];
    return {
      offres: await Promise.all(
        names.map((name) =>
          offreOf(
            db,
            held.filter(({ offre }) => offre === name),
          ),
        ),
      ),
      isPushed: await arePlansPushed(db),
    };
  });

/**
 * One offer, every version of its prices, and some of those on it.
 *
 * @throws Refusal PLAN_NOT_FOUND
 */
export const getOffre = (control: Control, offre: string, now: Moment) =>
  control.read(async (db) => {
    const held = (await readHeld(db, now.at)).filter((plan) => plan.offre === offre);
    if (held.length === 0) throw new Refusal("PLAN_NOT_FOUND", { planCode: offre });
    const codes = held.map(({ code }) => code);
    return {
      ...(await offreOf(db, held)),
      versions: held.map((plan) => ({
        ...{ code: plan.code, interval: plan.interval, version: plan.version },
        ...{ priceHt: plan.priceHt, limits: limitsOf(plan), features: plan.features },
        ...{ createdAt: plan.createdAt, archivedAt: plan.archivedAt },
        ...{ abonnes: plan.abonnes, essais: plan.essais },
      })),
      societes: await db
        .select({ id: societes.id, nom: societes.nom, planCode: abonnements.planCode })
        .from(abonnements)
        .innerJoin(societes, eq(societes.id, abonnements.societeId))
        .where(and(inArray(abonnements.planCode, codes), isAlive))
        .limit(10),
    };
  });

/** Counted on the indexes of what is held, one line a plan and a state. */
async function readHeld(db: ControlDb, at: number): Promise<Held[]> {
  const rows = await db.select().from(plans).orderBy(asc(plans.rank), asc(plans.version));
  const paid = await db
    .select({ code: abonnements.planCode, status: abonnements.status, nb: sql<number>`count(*)` })
    .from(abonnements)
    .where(isAlive)
    .groupBy(abonnements.planCode, abonnements.status);
  const given = await db.select().from(revenusPlans).where(gt(revenusPlans.offerts, 0));
  const offertsOf = (code: string, status: string | null) =>
    given.find((one) => one.planCode === code && one.status === status)?.offerts ?? 0;
  const tried = await db
    .select({ code: abonnements.trialPlanCode, nb: sql<number>`count(*)` })
    .from(abonnements)
    .where(
      and(gt(abonnements.trialEndsAt, at), or(isNull(abonnements.status), sql`NOT ${isAlive}`)),
    )
    .groupBy(abonnements.trialPlanCode);
  return rows.map((plan) => {
    const own = paid.filter(({ code }) => code === plan.code);
    return {
      ...plan,
      abonnes: own.reduce((sum, { nb }) => sum + nb, 0),
      essais: tried.find(({ code }) => code === plan.code)?.nb ?? 0,
      mrrHt: own.reduce(
        (sum, { status, nb }) => sum + (nb - offertsOf(plan.code, status)) * mrrOf(status, plan),
        0,
      ),
    };
  });
}

async function offreOf(db: ControlDb, held: readonly Held[]) {
  const sold = held.filter(({ archivedAt }) => archivedAt === null);
  const shown = sold[0] ?? held.at(-1);
  if (!shown) throw new Refusal("PLAN_NOT_FOUND");
  const { offre, nom, features } = shown;
  const isFree = offre === freePlanCode;
  const price = (interval: Plan["interval"]) => {
    const plan = sold.find((one) => one.interval === interval);
    return plan ? { code: plan.code, priceHt: plan.priceHt, version: plan.version } : null;
  };
  const sum = (of: (plan: Held) => number, some = held) =>
    some.reduce((total, plan) => total + of(plan), 0);
  return {
    ...{ offre, nom, features, limits: limitsOf(shown), mois: price("mois"), an: price("an") },
    ...{ isFree, isTrial: offre === trialOffre, isSold: sold.length > 0 },
    abonnes: isFree
      ? await db.$count(releves, eq(releves.offre, freePlanCode))
      : sum(({ abonnes }) => abonnes),
    /** On a version that is sold no more. */
    anciens: sum(({ abonnes, archivedAt }) => (archivedAt === null ? 0 : abonnes)),
    essais: sum(({ essais }) => essais),
    mrrHt: sum(({ mrrHt }) => mrrHt),
  };
}
