import { z } from "zod";
import { journalGroupNames } from "#server/journal/kinds";
import { cursor, day, id, line, search } from "./fields.ts";

/** Which lines of the journal. */
export const JournalSelectionInput = z.strictObject({
  q: search.default(""),
  group: z.enum(journalGroupNames).nullable().default(null),
  actorId: line(64).nullable().default(null),
  entityId: id.nullable().default(null),
  from: day.nullable().default(null),
  until: day.nullable().default(null),
});

export const JournalQueryInput = JournalSelectionInput.extend({ cursor: cursor.default(null) });
