import type { RouterOutputs } from "../../trpc";
import { useLimitWords } from "../tarifs/use-limit-words";

type Limits = RouterOutputs["consolePlans"]["list"]["offres"][number]["limits"];

/** « 500 · 10 · 10 Go »: factures, people, storage. */
export function useLimitsInOne() {
  const { count, storage } = useLimitWords();
  return ({ factures, utilisateurs, stockage }: Limits): string =>
    [count(factures), count(utilisateurs), storage(stockage)].join(" · ");
}
