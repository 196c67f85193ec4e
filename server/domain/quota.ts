import type { Moment } from "./calendar-day.ts";
import type { Cents } from "./money.ts";
import { anchoredMonth, billedWindow, type Window } from "./quota-window.ts";

export type BillingInterval = "mois" | "an";

/** What some plans have and others lack; only what exists. `modeles`: the document templates other than Sobre. */
export type Feature = "modeles";

export type Limite = "factures" | "utilisateurs" | "stockage";

/** Factures a month, people with a seat, megabytes; null: no limit. */
export type Limits = { readonly [K in Limite]: number | null };

/** A plan as sold: what it allows, not what it costs. */
export type PlanTerms = {
  readonly code: string;
  readonly offre: string;
  readonly nom: string;
  readonly limits: Limits;
  readonly features: readonly Feature[];
};

/** Stripe's own words for the state of a subscription (docs.stripe.com/api/subscriptions/object). */
export type SubscriptionStatus =
  | "trialing"
  | "active"
  | "incomplete"
  | "incomplete_expired"
  | "past_due"
  | "unpaid"
  | "paused"
  | "canceled";

/** The subscription as last read from Stripe; instants in UTC milliseconds. */
export type SubscriptionTerms = {
  readonly status: SubscriptionStatus;
  readonly plan: PlanTerms;
  readonly interval: BillingInterval;
  readonly periodStart: number;
  readonly periodEnd: number;
  readonly anchorAt: number;
  /** When it is to end, if it is. */
  readonly cancelAt: number | null;
  readonly endedAt: number | null;
  /** The first failed payment of the debt still open. */
  readonly pastDueSince: number | null;
  /** Until when the operator lets it go on in spite of that; absent where nothing was promised. */
  readonly graceUntil?: number;
  /** A change that waits for the end of the period. */
  readonly pending: { readonly plan: PlanTerms; readonly at: number } | null;
  /** The open invoice, TVA included, and Stripe's page to pay it. */
  readonly dueTtc: Cents | null;
  readonly dueUrl: string | null;
};

/** Granted by the operator beside the plan; `ajout` null lifts the limit, `until` null never ends. */
export type Derogation = {
  readonly limite: Limite;
  readonly ajout: number | null;
  readonly until: number | null;
  readonly reason: string;
};

/**
 * Everything that decides what a société may do, kept whole in the control database and copied whole, with its version,
 * into the société's own: what is allowed is worked out from it at each use and stored nowhere.
 */
export type Terms = {
  readonly version: number;
  readonly free: PlanTerms;
  /** From when Gratuit counts its months. */
  readonly freeSince: number;
  readonly trial: { readonly plan: PlanTerms; readonly endsAt: number } | null;
  readonly subscription: SubscriptionTerms | null;
  readonly derogations: readonly Derogation[];
  /** Its deletion is asked; absent from copies older than that was possible. */
  readonly closing?: Closing | null;
  /** Stopped by the operator, whatever is paid; absent where it is not. */
  readonly suspension?: Suspension;
  /** The plans on sale by the month, from the smallest: what to move to when a limit is met. */
  readonly ladder: readonly PlanTerms[];
};

/** A société on its way out: since when, and when it is destroyed. */
export type Closing = { readonly askedAt: number; readonly deletionAt: number };

/** A société the operator has stopped: since when, and what it is told. */
export type Suspension = { readonly since: number; readonly motif: string };

/** `grace`: everything is allowed although a payment is due. `read_only`: everything but issuing a facture. */
type Access = "full" | "grace" | "read_only";

export type Entitlement = {
  readonly plan: PlanTerms;
  readonly source: "essai" | "abonnement" | "gratuit";
  readonly access: Access;
  /** When grace ends, or read-only began; null with full access. */
  readonly accessSince: number | null;
  readonly graceEndsAt: number | null;
  /** The plan's limits with what was granted beside them. */
  readonly limits: Limits;
  readonly features: readonly Feature[];
  /** Over which factures are counted. */
  readonly window: Window;
  /** Those in force, so that each limit explains itself. */
  readonly derogations: readonly Derogation[];
};

/** From the first failed payment, everything stays allowed this long. */
export const GRACE_MS = 14 * 24 * 3_600_000;

/** What the société may do now. Pure: the clock alone moves a société from trial to Gratuit, from grace to read-only. */
export function entitlementOf(terms: Terms, now: Pick<Moment, "at">): Entitlement {
  const base = subscribed(terms, now.at) ?? onTrial(terms, now.at) ?? onFreePlan(terms, now.at);
  const derogations = terms.derogations.filter(({ until }) => until === null || now.at < until);
  return {
    ...base,
    ...(terms.suspension && {
      access: "read_only" as const,
      accessSince: terms.suspension.since,
      graceEndsAt: null,
    }),
    ...(terms.closing && {
      access: "read_only" as const,
      accessSince: terms.closing.askedAt,
      graceEndsAt: null,
    }),
    features: base.plan.features,
    limits: raised(base.plan.limits, derogations),
    derogations,
  };
}

type Base = Omit<Entitlement, "limits" | "features" | "derogations">;

const fullAccess = { access: "full", accessSince: null, graceEndsAt: null } as const;

function subscribed({ subscription }: Terms, at: number): Base | null {
  if (!subscription || isOver(subscription, at)) return null;
  const { plan } = subscription;
  const window = billedWindow(subscription, at);
  return { plan, source: "abonnement", window, ...accessOf(subscription, at) };
}

/** It never began, or it has ended. The day announced for its end counts even if Stripe's word is late. */
function isOver({ status, cancelAt, endedAt }: SubscriptionTerms, at: number): boolean {
  if (status === "incomplete" || status === "incomplete_expired") return true;
  if (status === "canceled") return endedAt === null || at >= endedAt;
  return cancelAt !== null && at >= cancelAt;
}

function accessOf(subscription: SubscriptionTerms, at: number) {
  const { status, pastDueSince, periodStart, graceUntil = 0 } = subscription;
  if (status === "trialing" || status === "active" || status === "canceled") return fullAccess;
  const since = pastDueSince ?? periodStart;
  const graceEndsAt = Math.max(since + GRACE_MS, graceUntil);
  const isGiven = status !== "paused" && at < graceUntil;
  if (isGiven || (status === "past_due" && at < graceEndsAt))
    return { access: "grace", accessSince: since, graceEndsAt } as const;
  // Stripe gave up during the grace: from when is not told, the first failed payment is.
  const readOnlySince = at >= graceEndsAt && status !== "paused" ? graceEndsAt : since;
  return { access: "read_only", accessSince: readOnlySince, graceEndsAt: null } as const;
}

/** Months from the registration, the last one cut short by its end: a trial shorter than a month has one window. */
function onTrial({ trial, freeSince }: Terms, at: number): Base | null {
  if (!trial || at >= trial.endsAt) return null;
  const { plan, endsAt } = trial;
  const month = anchoredMonth(freeSince, at);
  const from = Math.min(Math.max(month.from, freeSince), at);
  const window = { ...month, from, until: Math.min(month.until, endsAt) };
  return { plan, source: "essai", window, ...fullAccess };
}

/** Gratuit counts from the end of what came before it: what was issued under another plan is not held against it. */
function onFreePlan({ free, freeSince, trial, subscription }: Terms, at: number): Base {
  const ended = subscription?.endedAt ?? subscription?.cancelAt ?? 0;
  const since = Math.max(freeSince, ...[trial?.endsAt ?? 0, ended].filter((end) => end <= at));
  const month = anchoredMonth(since, at);
  const window = { ...month, from: Math.max(month.from, since) };
  return { plan: free, source: "gratuit", window, ...fullAccess };
}

function raised(limits: Limits, derogations: readonly Derogation[]): Limits {
  const of = (limite: Limite) =>
    derogations
      .filter((derogation) => derogation.limite === limite)
      .reduce<number | null>(
        (sum, { ajout }) => (sum === null || ajout === null ? null : sum + ajout),
        limits[limite],
      );
  return { factures: of("factures"), utilisateurs: of("utilisateurs"), stockage: of("stockage") };
}
