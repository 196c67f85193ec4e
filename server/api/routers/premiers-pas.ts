import { z } from "zod";
import { getPremiersPas } from "#server/premiers-pas/get-premiers-pas";
import { setHidden } from "#server/premiers-pas/set-hidden";
import { nothing } from "../fields.ts";
import { router, societeProcedure } from "../procedures.ts";

const Shown = z.strictObject({ isHidden: z.boolean() });

/** What a new société does once. Everybody may look how far it is; putting it away is for whom it is shown to. */
export const premiersPasRouter = router({
  get: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(nothing)
    .query(({ ctx }) => getPremiersPas(ctx.tenant)),

  setHidden: societeProcedure("reglages")
    .meta({ foreign: "OWN" })
    .input(Shown)
    .mutation(({ ctx, input }) => setHidden(ctx.tenant, input.isHidden, ctx.now)),
});
