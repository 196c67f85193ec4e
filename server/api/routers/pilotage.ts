import { z } from "zod";
import { readTableau } from "#server/pilotage/read-tableau";
import { month } from "../fields.ts";
import { router } from "../procedures.ts";
import { everyone } from "../societe-roles.ts";

export const pilotageRouter = router({
  tableau: everyone
    .meta({ foreign: "OWN" })
    .input(z.strictObject({ mois: month }))
    .query(({ ctx, input }) => readTableau(ctx.tenant, input, ctx.now)),
});
