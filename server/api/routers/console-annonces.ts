import { z } from "zod";
import { endAnnonce, listAnnonces, publishAnnonce } from "#server/console/publish-annonce";
import { beginMaintenance, endMaintenance } from "#server/console/switch-maintenance";
import { niveauxAnnonce } from "#server/domain/annonce";
import { reason } from "../console-fields.ts";
import { day, id, line, nothing } from "../fields.ts";
import { operatorOf } from "../operator-of.ts";
import { router, superAdminProcedure } from "../procedures.ts";

const Publication = z.strictObject({
  niveau: z.enum(niveauxAnnonce),
  texteFr: line(2_000),
  texteEn: line(2_000),
  from: day.nullable(),
  until: day.nullable(),
  reason,
});
const Reason = z.strictObject({ reason });

const staff = superAdminProcedure.meta({ foreign: "OWN" });

/** What the staff tells everybody, and whether the service only reads. */
export const consoleAnnoncesRouter = router({
  list: staff.input(nothing).query(async ({ ctx: { doors, now } }) => ({
    maintenance: doors.annonces.maintenance(),
    rows: await listAnnonces(doors.control, now.at),
  })),

  publish: staff
    .input(Publication)
    .mutation(({ ctx, input }) => publishAnnonce(ctx.doors, input, operatorOf(ctx))),

  end: staff
    .input(Reason.extend({ annonceId: id }))
    .mutation(({ ctx, input }) => endAnnonce(ctx.doors, input, operatorOf(ctx))),

  beginMaintenance: staff
    .input(Reason)
    .mutation(({ ctx, input }) => beginMaintenance(ctx.doors, input, operatorOf(ctx))),

  endMaintenance: staff
    .input(Reason)
    .mutation(({ ctx, input }) => endMaintenance(ctx.doors, input, operatorOf(ctx))),
});
