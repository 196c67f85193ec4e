import { z } from "zod";
import { declareEditeur } from "#server/editeur/declare-editeur";
import { readEditeur } from "#server/editeur/editeur-societe";
import { id, nothing } from "../fields.ts";
import { router, superAdminProcedure } from "../procedures.ts";

const Declared = z.strictObject({ societeId: id });

/** Which société sells the subscriptions: the operator's own. */
export const editeurRouter = router({
  get: superAdminProcedure
    .meta({ foreign: "OWN" })
    .input(nothing)
    .query(({ ctx }) => readEditeur(ctx.doors.control, ctx.session.user.id)),

  declare: superAdminProcedure
    .meta({ foreign: "OWN" })
    .input(Declared)
    .mutation(({ ctx, input }) =>
      declareEditeur(ctx.doors, { ...input, by: ctx.session.user.id, now: ctx.now }),
    ),
});
