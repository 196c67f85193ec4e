import { entitlementOf, type Terms } from "./quota.ts";

/** Where a société stands with its subscription, in one word. */
export const etatsAbonnement = [
  "gratuit",
  "essai",
  "actif",
  "fin_prevue",
  "retard",
  "impaye",
  "pause",
  "a_confirmer",
] as const;

export type EtatAbonnement = (typeof etatsAbonnement)[number];

/** The state, and the instant that goes with it: since when it is late, or when what it has ends. */
type Etat = { readonly etat: EtatAbonnement; readonly etatAt: number | null };

/** What the subscription alone says: a société stopped or on its way out keeps the state it had. Nothing is stored. */
export function etatAbonnement(
  { suspension: _stopped, closing: _leaving, ...terms }: Terms,
  now: { readonly at: number },
): Etat {
  const { subscription, trial } = terms;
  const { source, access } = entitlementOf(terms, now);
  if (source === "essai") return { etat: "essai", etatAt: trial?.endsAt ?? null };
  if (subscription?.status === "incomplete") return { etat: "a_confirmer", etatAt: null };
  if (source === "gratuit" || !subscription) return { etat: "gratuit", etatAt: null };
  const { status, pastDueSince, cancelAt, endedAt } = subscription;
  if (status === "paused") return { etat: "pause", etatAt: pastDueSince };
  if (owing.has(status))
    return { etat: access === "read_only" ? "impaye" : "retard", etatAt: pastDueSince };
  const endsAt = endedAt ?? cancelAt;
  return endsAt === null ? { etat: "actif", etatAt: null } : { etat: "fin_prevue", etatAt: endsAt };
}

const owing = new Set<string>(["past_due", "unpaid"]);
