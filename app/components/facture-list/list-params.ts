import { isCalendarDay } from "#server/domain/calendar";
import type { InputOf } from "../../trpc";
import { choiceOf, cursorOf, searchOf } from "../list/list-param";

export const vues = ["toutes", "a_encaisser", "en_retard", "brouillons", "annulees"] as const;
type Vue = (typeof vues)[number];

const sorts = ["date", "echeance", "client", "total"] as const;
type Sort = (typeof sorts)[number];

/** What the address says of the list: it can be kept, sent, and read back. */
export type ListParams = {
  readonly vue: Vue;
  readonly q: string;
  readonly du: string;
  readonly au: string;
  /** Days the facture falls due, then days something was received on it. */
  readonly echeanceDu: string;
  readonly echeanceAu: string;
  readonly regleDu: string;
  readonly regleAu: string;
  /** Of one client, by its id. */
  readonly client: string;
  readonly tri: Sort;
  readonly sens: "asc" | "desc";
  /** Where the page starts, for those without JavaScript. */
  readonly suite: string | null;
};

const day = (value: string | null) => (value !== null && isCalendarDay(value) ? value : "");

export function readParams(search: URLSearchParams): ListParams {
  return {
    vue: choiceOf(search, "vue", vues),
    q: searchOf(search),
    du: day(search.get("du")),
    au: day(search.get("au")),
    echeanceDu: day(search.get("echeanceDu")),
    echeanceAu: day(search.get("echeanceAu")),
    regleDu: day(search.get("regleDu")),
    regleAu: day(search.get("regleAu")),
    client: /^[0-9a-f]{32}$/.test(search.get("client") ?? "") ? (search.get("client") ?? "") : "",
    tri: choiceOf(search, "tri", sorts),
    sens: choiceOf(search, "sens", ["desc", "asc"]),
    suite: cursorOf(search),
  };
}

const filters = {
  toutes: {},
  a_encaisser: { settlement: "ouverte" },
  en_retard: { settlement: "en_retard" },
  brouillons: { status: "brouillon" },
  annulees: { settlement: "annulee" },
} as const;

/** The question the API is asked; without its cursor, which pages move. */
export const listQuery = ({ vue, q, tri, sens, ...params }: ListParams) =>
  ({
    ...filters[vue],
    q: q.trim(),
    from: params.du || null,
    until: params.au || null,
    dueFrom: params.echeanceDu || null,
    dueUntil: params.echeanceAu || null,
    paidFrom: params.regleDu || null,
    paidUntil: params.regleAu || null,
    clientId: params.client || null,
    sort: tri,
    dir: sens,
  }) satisfies InputOf<"factures.list">;
