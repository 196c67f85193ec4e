import type { CalendarDay } from "./calendar-day.ts";
import type { Cents } from "./money.ts";

/** What an issued facture is worth to its issuer today. Computed at each reading, stored nowhere. */
export const settlementStatuses = [
  "a_payer",
  "partielle",
  "en_retard",
  "payee",
  "a_rembourser",
  "annulee",
] as const;
export type SettlementStatus = (typeof settlementStatuses)[number];

export type Settlement = {
  /** Still to be received; negative when the client paid more than what is due after avoirs. */
  readonly reste: Cents;
  readonly status: SettlementStatus;
};

type Facts = {
  readonly totalTtc: Cents;
  /** Sum of the avoirs on this facture, positive. */
  readonly avoirsTtc: Cents;
  /** Sum of the règlements, reversals deducted. */
  readonly regleTtc: Cents;
  readonly dueOn: CalendarDay | null;
  readonly today: CalendarDay;
};

/**
 * « annulée »: avoirs cover the whole facture and nothing was kept. Overdue from the day after the échéance, partial
 * payments notwithstanding.
 */
export function settlementOf(facts: Facts): Settlement {
  const reste = facts.totalTtc - facts.avoirsTtc - facts.regleTtc;
  if (reste < 0) return { reste, status: "a_rembourser" };
  return { reste, status: reste === 0 ? settledStatus(facts) : openStatus(facts) };
}

const settledStatus = ({ avoirsTtc, regleTtc }: Facts): SettlementStatus =>
  avoirsTtc > 0 && regleTtc === 0 ? "annulee" : "payee";

function openStatus({ avoirsTtc, regleTtc, dueOn, today }: Facts): SettlementStatus {
  if (dueOn !== null && today > dueOn) return "en_retard";
  return regleTtc > 0 || avoirsTtc > 0 ? "partielle" : "a_payer";
}
