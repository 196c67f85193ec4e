import { z } from "zod";
import { deleteSociete, keepSociete } from "#server/console/delete-societe";
import { endSessionsOfSociete } from "#server/console/end-sessions";
import { extendGrace, extendTrial } from "#server/console/extend-access";
import { endLimit, grantLimit } from "#server/console/grant-limit";
import { listActes, verifyActes } from "#server/console/list-actes";
import { noteSociete } from "#server/console/note-societe";
import { offerMonths } from "#server/console/offer-months";
import { resendInvitationAsStaff } from "#server/console/resend-invitation";
import { reactivateSociete, suspendSociete } from "#server/console/suspend-societe";
import { reason, societeId } from "../console-fields.ts";
import { cursor, day, id, line, lines, nothing } from "../fields.ts";
import { operatorOf } from "../operator-of.ts";
import { router, superAdminProcedure } from "../procedures.ts";

const Acte = z.strictObject({ societeId, reason });
const Until = Acte.extend({ until: day });
const Grant = Acte.extend({
  limite: z.enum(["factures", "utilisateurs", "stockage"]),
  ajout: z.int().min(1).max(10_000_000).nullable(),
  until: day.nullable(),
});
const Months = Acte.extend({ mois: z.int().min(1).max(12), cle: z.uuid() });
const End = Acte.extend({ derogationId: id });
const Suspension = Acte.extend({ motif: lines(2_000) });
const Deletion = Acte.extend({ nom: line(1_000) });
const Resend = Acte.extend({ invitationId: id });

const staff = superAdminProcedure.meta({ foreign: "OWN" });

/** What the staff does to a société, each time with its reason; and the journal of it. */
export const consoleActesRouter = router({
  list: staff
    .input(z.strictObject({ cursor }))
    .query(({ ctx, input }) => listActes(ctx.doors.control, input.cursor)),

  verify: staff
    .meta({ limit: "heavy" })
    .input(nothing)
    .query(({ ctx }) => verifyActes(ctx.doors.control)),

  note: staff
    .input(Acte)
    .mutation(({ ctx, input }) => noteSociete(ctx.doors.control, input, operatorOf(ctx))),

  grant: staff
    .input(Grant)
    .mutation(({ ctx, input }) => grantLimit(ctx.doors, input, operatorOf(ctx))),

  endGrant: staff
    .input(End)
    .mutation(({ ctx, input }) => endLimit(ctx.doors, input, operatorOf(ctx))),

  extendTrial: staff
    .input(Until)
    .mutation(({ ctx, input }) => extendTrial(ctx.doors, input, operatorOf(ctx))),

  offerMonths: staff
    .input(Months)
    .mutation(({ ctx, input }) => offerMonths(ctx.doors, input, operatorOf(ctx))),

  extendGrace: staff
    .input(Until)
    .mutation(({ ctx, input }) => extendGrace(ctx.doors, input, operatorOf(ctx))),

  suspend: staff.input(Suspension).mutation(({ ctx, input }) => {
    const { abonnements, mail, tenancy, env } = ctx.doors;
    const doors = { abonnements, mail, tenancy, appOrigin: env.APP_ORIGIN };
    return suspendSociete(doors, input, operatorOf(ctx));
  }),

  reactivate: staff.input(Acte).mutation(({ ctx, input }) => {
    const { abonnements, mail, tenancy, env } = ctx.doors;
    const doors = { abonnements, mail, tenancy, appOrigin: env.APP_ORIGIN };
    return reactivateSociete(doors, input, operatorOf(ctx));
  }),

  delete: staff
    .meta({ limit: "heavy" })
    .input(Deletion)
    .mutation(({ ctx, input }) => {
      const { ip, agent } = ctx;
      return deleteSociete(ctx.doors, { ...input, origin: { ip, agent } }, operatorOf(ctx));
    }),

  keep: staff
    .meta({ limit: "heavy" })
    .input(Acte)
    .mutation(({ ctx, input }) => {
      const { ip, agent } = ctx;
      return keepSociete(ctx.doors, { ...input, origin: { ip, agent } }, operatorOf(ctx));
    }),

  resendInvitation: staff.input(Resend).mutation(({ ctx, input }) => {
    const { ip, agent } = ctx;
    const resending = { ...input, origin: { ip, agent } };
    return resendInvitationAsStaff(ctx.doors, resending, operatorOf(ctx));
  }),

  endSessions: staff
    .input(Acte)
    .mutation(({ ctx, input }) => endSessionsOfSociete(ctx.doors, input, operatorOf(ctx))),
});
