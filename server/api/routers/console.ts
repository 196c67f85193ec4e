import { z } from "zod";
import { getSocieteForConsole } from "#server/console/get-societe";
import { listChronologie } from "#server/console/list-chronologie";
import { listSocietes, societeSorts, usageLevels } from "#server/console/list-societes";
import { readApercu } from "#server/console/read-apercu";
import { etatsAbonnement } from "#server/domain/etat-abonnement";
import { societeId } from "../console-fields.ts";
import { cursor, direction, nothing, search } from "../fields.ts";
import { router, superAdminProcedure } from "../procedures.ts";

const Query = z.strictObject({
  q: search,
  sort: z.enum(societeSorts),
  dir: direction,
  cursor,
  etat: z.enum(etatsAbonnement).nullable(),
  offre: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/)
    .nullable(),
  usage: z.enum(usageLevels).nullable(),
  sante: z.enum(["saine", "a_voir", "suspendue"]).nullable(),
});

const SocieteRef = z.strictObject({ societeId });
const Older = SocieteRef.extend({ before: z.int().min(0).nullable() });

const staff = superAdminProcedure.meta({ foreign: "OWN" });

/** The sociétés as their operator sees them: never their documents, never their clients. */
export const consoleRouter = router({
  apercu: staff.input(nothing).query(({ ctx }) => readApercu(ctx.doors.control, ctx.now)),

  societes: staff.input(Query).query(({ ctx, input }) => listSocietes(ctx.doors.control, input)),

  societe: staff
    .input(SocieteRef)
    .query(({ ctx, input }) => getSocieteForConsole(ctx.doors, input.societeId, ctx.now)),

  chronologie: staff
    .input(Older)
    .query(({ ctx, input }) => listChronologie(ctx.doors.control, input.societeId, input.before)),
});
