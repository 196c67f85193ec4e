import { endOfMonth } from "#server/domain/calendar";
import type { RouterOutputs } from "../../trpc";
import { choiceOf } from "../list/list-param";

export type Tableau = RouterOutputs["pilotage"]["tableau"];

export const montants = ["ht", "ttc"] as const;
export type Montants = (typeof montants)[number];

/** What the address says of the dashboard. */
export type TableauParams = {
  /** "2026-11"; null: the current month. */
  readonly mois: string | null;
  readonly montants: Montants;
};

export function readTableauParams(search: URLSearchParams): TableauParams {
  const mois = search.get("mois") ?? "";
  return {
    mois: /^20\d{2}-(0[1-9]|1[0-2])$/.test(mois) ? mois : null,
    montants: choiceOf(search, "montants", montants),
  };
}

/** The factures behind a figure. */
export const facturesLink = (filters: Readonly<Record<string, string | null>>): string => {
  const said = Object.entries(filters).filter((entry): entry is [string, string] => !!entry[1]);
  return `/factures?${new URLSearchParams(said)}`;
};

/** Those issued in a month. */
export const monthLink = (mois: string, more: Readonly<Record<string, string>> = {}): string =>
  facturesLink({ du: `${mois}-01`, au: endOfMonth(`${mois}-01`), ...more });
