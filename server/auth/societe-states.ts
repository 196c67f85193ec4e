import { sql } from "drizzle-orm";
import { clotures } from "#db/control/schema/clotures";
import { societes } from "#db/control/schema/societes";
import { suspensions } from "#db/control/schema/suspensions";

/** What holds a société of the statement back: stopped by the operator, about to be deleted; and whether its books are made up. */
export const societeStates = {
  isDemonstration: societes.isDemonstration,
  isSuspended:
    sql`EXISTS (SELECT 1 FROM ${suspensions} WHERE ${suspensions.societeId} = ${societes.id})`.mapWith(
      Boolean,
    ),
  isClosing:
    sql`EXISTS (SELECT 1 FROM ${clotures} WHERE ${clotures.societeId} = ${societes.id})`.mapWith(
      Boolean,
    ),
};
