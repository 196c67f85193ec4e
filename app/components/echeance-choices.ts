import type { Echeance } from "#server/domain/facture";
import { formatEcheance } from "../formats";

const usual: readonly Echeance[] = [
  { mode: "jours", days: 0 },
  { mode: "jours", days: 15 },
  { mode: "jours", days: 30 },
  { mode: "jours", days: 45 },
  { mode: "jours", days: 60 },
  { mode: "fin_de_mois", days: 30 },
  { mode: "fin_de_mois", days: 45 },
];

/** One word for an échéance, as a list of choices carries it: `jours-30`. */
export const echeanceValue = (echeance: Echeance): string =>
  echeance.mode === "date" ? `date-${echeance.on}` : `${echeance.mode}-${echeance.days}`;

/** The usual delays, and the one in force when it is none of them. */
export function echeanceChoices(current: Echeance | null) {
  const known = usual.some((one) => current && echeanceValue(one) === echeanceValue(current));
  const all = current && !known ? [current, ...usual] : usual;
  return all.map((one) => ({ value: echeanceValue(one), label: formatEcheance(one) }));
}

/** Null: none of its own. */
export function parseEcheance(value: string): Echeance | null {
  const [, mode, days] = /^(jours|fin_de_mois)-(\d{1,3})$/.exec(value) ?? [];
  if (mode === "jours" || mode === "fin_de_mois") return { mode, days: Number(days) };
  const [, on] = /^date-(\d{4}-\d{2}-\d{2})$/.exec(value) ?? [];
  return on === undefined ? null : { mode: "date", on };
}
