import { isDocumentDay } from "#server/domain/calendar";
import type { InputOf } from "../../trpc";
import { choiceOf, cursorOf, searchOf } from "../list/list-param";

export const groups = [
  "tout",
  "documents",
  "reglements",
  "fichiers",
  "reglages",
  "acces",
  "sorties",
] as const;

const dayOf = (params: URLSearchParams, name: string) => {
  const day = params.get(name) ?? "";
  return isDocumentDay(day) ? day : null;
};

/** An id as the API takes it; the address may hold anything. */
const wordOf = (params: URLSearchParams, name: string, shape: RegExp) => {
  const word = params.get(name) ?? "";
  return shape.test(word) ? word : null;
};

/** What the address asks of the journal. */
export function journalQuery(params: URLSearchParams) {
  const group = choiceOf(params, "sorte", groups);
  return {
    q: searchOf(params).trim(),
    group: group === "tout" ? null : group,
    actorId: wordOf(params, "qui", /^[0-9a-f]{32}$/),
    entityId: wordOf(params, "objet", /^[0-9a-f]{32}$/),
    from: dayOf(params, "du"),
    until: dayOf(params, "au"),
    cursor: cursorOf(params),
  } satisfies InputOf<"journal.list">;
}
