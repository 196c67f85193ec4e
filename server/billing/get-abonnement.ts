import { eq } from "drizzle-orm";
import { type Abonnement, abonnements } from "#db/control/schema/abonnements";
import { factures } from "#db/tenant/schema/factures";
import { countBySerie } from "#server/abonnement/count-by-serie";
import { countIssued } from "#server/abonnement/count-issued";
import { measureUsage } from "#server/abonnement/read-usage";
import { archivedBytes, storedBytes } from "#server/abonnement/stored-bytes";
import type { Moment } from "#server/domain/calendar-day";
import { noticesOf } from "#server/domain/notices-of";
import { paceOf } from "#server/domain/pace-of";
import type { SubscriptionTerms, Terms } from "#server/domain/quota";
import type { Control } from "#server/tenancy/control";
import type { Tenant } from "#server/tenancy/tenant";
import { countSeats } from "./assert-seat.ts";
import { openDispute } from "./record-dispute.ts";

/** All that the administrator's page shows: what is allowed and why, what is used, what was bought. */
export async function getAbonnement(control: Control, tenant: Tenant, now: Moment) {
  const { societeId } = tenant;
  const { terms, entitlement, used, counts } = await tenant.read(async (db) => {
    const measured = await measureUsage(db, now);
    const { window } = measured.entitlement;
    const counts = {
      avoirs: await countIssued(db, window, "avoir"),
      brouillons: await db.$count(factures, eq(factures.status, "brouillon")),
      series: await countBySerie(db, window),
      archivesOctets: await archivedBytes(db),
      stockageOctets: await storedBytes(db),
    };
    return { ...measured, counts };
  });
  const { row, utilisateurs } = await control.read(async (db) => ({
    row: (await db.select().from(abonnements).where(eq(abonnements.societeId, societeId)))[0],
    utilisateurs: await countSeats(db, societeId),
  }));
  const { limits, window } = entitlement;
  return {
    entitlement,
    usage: { factures: used, utilisateurs, ...counts },
    pace: paceOf({ used, limit: limits.factures, window, at: now.at }),
    notices: noticesOf(terms, used, now),
    subscription: subscriptionView(terms.subscription, row?.paymentMethod ?? null),
    offert: row ? giftView(row) : null,
    trial: terms.trial && { endsAt: terms.trial.endsAt, isOver: now.at >= terms.trial.endsAt },
    free: terms.free,
    litige: await openDispute(control, societeId),
    canSubscribe: canSubscribe(terms),
  };
}

function subscriptionView(subscription: SubscriptionTerms | null, paymentMethod: string | null) {
  if (!subscription) return null;
  const { status, plan, interval, periodStart, periodEnd, cancelAt, endedAt } = subscription;
  const { pending, dueTtc, dueUrl } = subscription;
  return {
    status,
    plan: { code: plan.code, offre: plan.offre, nom: plan.nom },
    interval,
    periodStart,
    periodEnd,
    cancelAt,
    endedAt,
    pendingPlan: pending && { code: pending.plan.code, nom: pending.plan.nom, at: pending.at },
    dueTtc,
    hostedInvoiceUrl: dueUrl,
    paymentMethod,
  };
}

/** What the operator gave: months at nothing until then, or so much off the next yearly renewal. */
const giftView = ({ offertMois: mois, offertUntil: until, offertHt: ht }: Abonnement) =>
  mois === null ? null : { mois, until, ht };

const held: readonly SubscriptionTerms["status"][] = [
  "trialing",
  "active",
  "past_due",
  "unpaid",
  "paused",
];

/** One subscription a société; a payment that never came through is not one. */
const canSubscribe = ({ subscription }: Terms): boolean =>
  !subscription || !held.includes(subscription.status);
