import { z } from "zod";
import { getOffre, listOffres } from "#server/console/list-offres";
import { saveOffre } from "#server/console/save-offre";
import { pushAgain, stopSelling } from "#server/console/sell-offre";
import { reason } from "../console-fields.ts";
import { amount, line, nothing } from "../fields.ts";
import { operatorOf } from "../operator-of.ts";
import { router, superAdminProcedure } from "../procedures.ts";

const offre = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const limit = z.int().min(1).max(10_000_000).nullable();

const Saving = z.strictObject({
  offre: offre.nullable(),
  nom: line(1_000),
  mois: amount.nullable(),
  an: amount.nullable(),
  facturesParMois: limit,
  utilisateurs: limit,
  stockageMo: limit,
  features: z.array(z.enum(["modeles"])).max(1),
  reason,
});
const Archiving = z.strictObject({ offre, reason });

const staff = superAdminProcedure.meta({ foreign: "OWN" });

/** What is for sale, and to whom it was sold. */
export const consolePlansRouter = router({
  list: staff.input(nothing).query(({ ctx }) => listOffres(ctx.doors.control, ctx.now)),

  get: staff
    .input(z.strictObject({ offre }))
    .query(({ ctx, input }) => getOffre(ctx.doors.control, input.offre, ctx.now)),

  save: staff
    .input(Saving)
    .mutation(({ ctx, input }) => saveOffre(ctx.doors, input, operatorOf(ctx))),

  archive: staff
    .input(Archiving)
    .mutation(({ ctx, input }) => stopSelling(ctx.doors, input, operatorOf(ctx))),

  push: staff
    .input(z.strictObject({ reason }))
    .mutation(({ ctx, input }) => pushAgain(ctx.doors, input, operatorOf(ctx))),
});
