import type { Plan } from "#db/control/schema/plans";

export type ChangeKind = "same" | "upgrade" | "downgrade";

/**
 * More is had at once and paid at once; less waits for the end of what was paid. Within one offer, a year instead of a
 * month is more.
 */
export function changeKindOf(from: Plan, to: Plan): ChangeKind {
  if (from.code === to.code) return "same";
  if (from.offre === to.offre) return to.interval === "an" ? "upgrade" : "downgrade";
  return to.rank > from.rank ? "upgrade" : "downgrade";
}
