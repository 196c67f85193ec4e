import { z } from "zod";
import { readTableau } from "#server/pilotage/read-tableau";
import { month } from "../fields.ts";
import { router, societeProcedure } from "../procedures.ts";

/** Sums of the whole société: for whom sees the amounts of everybody. */
export const pilotageRouter = router({
  tableau: societeProcedure("factures.seeOthersAmounts")
    .meta({ foreign: "OWN" })
    .input(z.strictObject({ mois: month }))
    .query(({ ctx, input }) => readTableau(ctx.tenant, input, ctx.now)),
});
