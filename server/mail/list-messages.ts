import { desc, eq } from "drizzle-orm";
import { outbox } from "#db/control/schema/outbox";
import type { Control } from "#server/tenancy/control";
import { mailOutcome } from "./mail-outcome.ts";

/** The mails of thirty days are kept: the latest are enough to see what arrived. */
const shown = 100;

/** What was sent in a société's name or to its administrators, latest first, with what became of each. */
export function listMessages(control: Control, societeId: string) {
  return control.read(async (db) => {
    const rows = await db
      .select()
      .from(outbox)
      .where(eq(outbox.societeId, societeId))
      .orderBy(desc(outbox.id))
      .limit(shown);
    return rows.map((row) => {
      const { id, to, subject, createdAt } = row;
      return { id, to, subject, createdAt, outcome: mailOutcome(row) };
    });
  });
}
