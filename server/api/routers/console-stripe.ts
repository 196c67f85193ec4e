import { z } from "zod";
import { compareNow } from "#server/console/compare-now";
import { listEvenements } from "#server/console/list-evenements";
import { readVerite } from "#server/console/read-verite";
import { repairDifference } from "#server/console/repair-difference";
import { replayEvenement } from "#server/console/replay-evenement";
import { reason, societeId } from "../console-fields.ts";
import { cursor, nothing } from "../fields.ts";
import { operatorOf } from "../operator-of.ts";
import { router, superAdminProcedure } from "../procedures.ts";

const Query = z.strictObject({
  statut: z.enum(["received", "done", "ignored", "failed"]).nullable(),
  type: z
    .string()
    .regex(/^[a-z_.]{1,100}$/)
    .nullable(),
  societeId: societeId.nullable(),
  cursor,
});
const Replay = z.strictObject({ eventId: z.string().regex(/^[A-Za-z0-9_]{1,255}$/), reason });
const Repair = z.strictObject({ ecartId: z.int().min(1), reason });

const staff = superAdminProcedure.meta({ foreign: "OWN" });

/** Whether what is held here is what Stripe says, and what Stripe sent. */
export const consoleStripeRouter = router({
  etat: staff.input(nothing).query(({ ctx }) => readVerite(ctx.doors.billing, ctx.now)),

  evenements: staff
    .input(Query)
    .query(({ ctx, input }) => listEvenements(ctx.doors.control, input)),

  replay: staff
    .input(Replay)
    .mutation(({ ctx, input }) => replayEvenement(ctx.doors.billing, input, operatorOf(ctx))),

  compare: staff
    .meta({ limit: "heavy" })
    .input(nothing)
    .mutation(({ ctx }) => compareNow(ctx.doors.billing, operatorOf(ctx))),

  repair: staff
    .input(Repair)
    .mutation(({ ctx, input }) => repairDifference(ctx.doors.billing, input, operatorOf(ctx))),
});
