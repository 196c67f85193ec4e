import { readSante } from "#server/console/read-sante";
import { nothing } from "../fields.ts";
import { router, superAdminProcedure } from "../procedures.ts";

/** How the service itself is. */
export const consoleSanteRouter = router({
  get: superAdminProcedure
    .meta({ foreign: "OWN" })
    .input(nothing)
    .query(({ ctx }) => readSante(ctx.doors, ctx.now)),
});
