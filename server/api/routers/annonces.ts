import { z } from "zod";
import { listShown } from "#server/annonces/list-shown";
import { putAway } from "#server/annonces/put-away";
import { id, nothing } from "../fields.ts";
import { router, userProcedure } from "../procedures.ts";

/** What the operator tells everybody, as one person reads it. */
export const annoncesRouter = router({
  current: userProcedure
    .meta({ foreign: "OWN", whileVisiting: true })
    .input(nothing)
    .query(({ ctx: { doors, session, langue, now } }) =>
      listShown(doors, { userId: session.user.id, langue, at: now.at }),
    ),

  putAway: userProcedure
    .meta({ foreign: "OWN" })
    .input(z.strictObject({ annonceId: id }))
    .mutation(({ ctx: { doors, session, now }, input }) =>
      putAway(doors.control, { ...input, userId: session.user.id, at: now.at }),
    ),
});
