import { chooseSociete } from "#server/auth/choose-societe";
import { endDemonstration } from "#server/demonstration/end-demonstration";
import { openDemonstration } from "#server/demonstration/open-demonstration";
import { doerOf } from "../doer-of.ts";
import { nothing } from "../fields.ts";
import { router, userProcedure } from "../procedures.ts";

/** One's own société to try the product in: nobody else's can be named. */
const own = userProcedure.meta({ foreign: "OWN" });

export const demonstrationRouter = router({
  /** Made if need be, and entered. */
  open: own.input(nothing).mutation(async ({ ctx }) => {
    const { doors, now } = ctx;
    const doer = doerOf(ctx);
    const societeId = await openDemonstration(doors, doer);
    await chooseSociete(doors.auth, { ...doer, societeId, now });
    return { societeId };
  }),

  /** At once. Whoever has one other société goes on there. */
  end: own.input(nothing).mutation(async ({ ctx }) => {
    const { doors, now, session } = ctx;
    const doer = doerOf(ctx);
    await endDemonstration(doors, doer);
    const [societeId = null, ...others] = session.memberships
      .filter(({ isDemonstration }) => !isDemonstration)
      .map((one) => one.societeId);
    if (societeId === null || others.length > 0) return { societeId: null };
    await chooseSociete(doors.auth, { ...doer, societeId, now });
    return { societeId };
  }),
});
