import { addDays, daysBetween, endOfMonth, formatDay } from "./calendar.ts";
import type { CalendarDay } from "./calendar-day.ts";
import type { Emetteur } from "./emetteur.ts";
import type { Echeance } from "./facture.ts";
import type { Langue } from "./langue.ts";

/** The day payment is due (BT-9). « Fin de mois » counts the days first, then goes to the end of that month. */
export function dueOn(echeance: Echeance, issuedOn: CalendarDay): CalendarDay {
  if (echeance.mode === "date") return echeance.on;
  const counted = addDays(issuedOn, echeance.days);
  return echeance.mode === "fin_de_mois" ? endOfMonth(counted) : counted;
}

/** The échéance a new brouillon takes from the settings of the société. */
export const defaultEcheance = ({
  echeanceDays,
  echeanceFinDeMois,
}: Pick<Emetteur, "echeanceDays" | "echeanceFinDeMois">): Echeance => ({
  mode: echeanceFinDeMois ? "fin_de_mois" : "jours",
  days: echeanceDays,
});

/** « 30 jours », « 45 jours fin de mois », « À réception »: the payment terms in words (BT-20). */
export const formatEcheance = (echeance: Echeance, langue: Langue = "fr"): string =>
  langue === "fr" ? inFrench(echeance) : inEnglish(echeance);

function inEnglish(echeance: Echeance): string {
  if (echeance.mode === "date") return `By ${formatDay(echeance.on)}`;
  const { days, mode } = echeance;
  if (mode === "jours" && days === 0) return "On receipt";
  const count = days === 0 ? "" : `${days}\u00a0${days === 1 ? "day" : "days"}`;
  return mode === "fin_de_mois" ? `${count} end of month`.trim().replace(/^e/, "E") : count;
}

function inFrench(echeance: Echeance): string {
  if (echeance.mode === "date") return `Au plus tard le ${formatDay(echeance.on)}`;
  const { days, mode } = echeance;
  if (mode === "jours" && days === 0) return "À réception";
  const count = days === 0 ? "" : `${days}\u00a0${days === 1 ? "jour" : "jours"}`;
  return mode === "fin_de_mois" ? `${count} fin de mois`.trim().replace(/^f/, "F") : count;
}

/**
 * C. com. L441-10: at most 60 days, or 45 days fin de mois, between professionals. A warning to show, never a
 * refusal: some trades have other limits.
 */
export function exceedsLegalTerm(echeance: Echeance, issuedOn: CalendarDay): boolean {
  if (echeance.mode === "fin_de_mois") return echeance.days > 45;
  return daysBetween(issuedOn, dueOn(echeance, issuedOn)) > 60;
}
