import type { Cents } from "./money.ts";
import { nextPlanFor } from "./next-plan.ts";
import { type Entitlement, entitlementOf, type PlanTerms, type Terms } from "./quota.ts";

const DAY_MS = 86_400_000;

/** A plan as a sentence names it. */
type Named = {
  readonly code: string;
  readonly nom: string;
  /** Factures a month; null: no limit. */
  readonly factures: number | null;
};

type Due = { readonly dueTtc: Cents | null; readonly dueUrl: string | null };

/** What a société is told above its pages: what happens, when, and what it may do. Instants in UTC milliseconds. */
export type Notice =
  | { readonly kind: "suppression"; readonly on: number }
  | { readonly kind: "suspension"; readonly since: number; readonly motif: string }
  | {
      readonly kind: "essai";
      /** The step reached: a notice put away at seven days comes back at three. */
      readonly step: 7 | 3 | 1;
      readonly plan: Named;
      readonly endsAt: number;
      readonly next: Named;
    }
  | {
      readonly kind: "quota";
      readonly level: 80 | 100;
      readonly used: number;
      readonly limit: number;
      readonly until: number;
      readonly plan: Named;
      readonly next: Named | null;
    }
  | ({ readonly kind: "grace"; readonly since: number; readonly until: number } & Due)
  | ({
      readonly kind: "lecture_seule";
      readonly since: number;
      readonly cause: "impaye" | "pause";
    } & Due)
  | { readonly kind: "fin_prevue"; readonly on: number; readonly plan: Named; readonly next: Named }
  | ({ readonly kind: "a_confirmer"; readonly plan: Named } & Due)
  | {
      readonly kind: "changement_prevu";
      readonly on: number;
      readonly plan: Named;
      readonly next: Named;
    };

/** Only the trial's may be put away by who reads it. */
export const isDismissible = ({ kind }: Notice): boolean => kind === "essai";

/** The most pressing first; a société on its way out, or stopped, is told nothing else. `used`: factures issued in the window of the entitlement. */
export function noticesOf(terms: Terms, used: number, now: { readonly at: number }): Notice[] {
  if (terms.closing) return [{ kind: "suppression", on: terms.closing.deletionAt }];
  if (terms.suspension) return [{ kind: "suspension", ...terms.suspension }];
  const entitlement = entitlementOf(terms, now);
  return [
    unpaid(terms, entitlement),
    toConfirm(terms),
    quota(terms, entitlement, used),
    ending(terms, entitlement, now.at),
    changing(terms, entitlement, now.at),
    trial(terms, entitlement, now.at),
  ].filter((notice) => notice !== null);
}

function unpaid({ subscription }: Terms, entitlement: Entitlement): Notice | null {
  const { access, accessSince, graceEndsAt } = entitlement;
  const since = accessSince ?? 0;
  const due = dueOf(subscription);
  if (access === "grace") return { kind: "grace", since, until: graceEndsAt ?? since, ...due };
  if (access !== "read_only") return null;
  const cause = subscription?.status === "paused" ? "pause" : "impaye";
  return { kind: "lecture_seule", since, cause, ...due };
}

function toConfirm({ subscription }: Terms): Notice | null {
  if (subscription?.status !== "incomplete") return null;
  return { kind: "a_confirmer", plan: named(subscription.plan), ...dueOf(subscription) };
}

/** Nothing to add once read-only says that nothing may be issued. */
function quota({ ladder }: Terms, entitlement: Entitlement, used: number): Notice | null {
  const { access, limits, window, plan } = entitlement;
  const level = quotaLevel(limits.factures, used);
  if (level === null || limits.factures === null || access === "read_only") return null;
  const limit = limits.factures;
  const next = nextPlanFor(ladder, "factures", limit);
  return {
    kind: "quota",
    level,
    used,
    limit,
    until: window.until,
    plan: named(plan),
    next: next && named(next),
  };
}

/** The threshold crossed, in percent: what the page shows and what the mails say. */
export function quotaLevel(limit: number | null, used: number): 80 | 100 | null {
  if (limit === null) return null;
  if (used >= limit) return 100;
  return used * 5 >= limit * 4 ? 80 : null;
}

function ending({ free, subscription }: Terms, { source, plan }: Entitlement, at: number) {
  const on = subscription?.cancelAt ?? null;
  if (source !== "abonnement" || on === null || on <= at) return null;
  return { kind: "fin_prevue", on, plan: named(plan), next: named(free) } as const;
}

function changing({ subscription }: Terms, { source, plan }: Entitlement, at: number) {
  const pending = subscription?.pending ?? null;
  if (source !== "abonnement" || pending === null || pending.at <= at) return null;
  const next = named(pending.plan);
  return { kind: "changement_prevu", on: pending.at, plan: named(plan), next } as const;
}

function trial({ free, trial: tried }: Terms, { source, plan }: Entitlement, at: number) {
  if (source !== "essai" || !tried) return null;
  const { endsAt } = tried;
  const days = Math.ceil((endsAt - at) / DAY_MS);
  const step = ([1, 3, 7] as const).find((each) => days <= each);
  if (step === undefined) return null;
  return { kind: "essai", step, plan: named(plan), endsAt, next: named(free) } as const;
}

const named = ({ code, nom, limits }: PlanTerms): Named => ({
  code,
  nom,
  factures: limits.factures,
});

const dueOf = (subscription: Terms["subscription"]): Due => ({
  dueTtc: subscription?.dueTtc ?? null,
  dueUrl: subscription?.dueUrl ?? null,
});
