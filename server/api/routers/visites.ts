import { z } from "zod";
import { dureeNames } from "#server/domain/visite";
import { answerVisite, endVisite } from "#server/visites/answer-visite";
import { listVisites } from "#server/visites/find-visite";
import { leaveVisite } from "#server/visites/leave-visite";
import { byOf } from "../by-of.ts";
import { id, nothing } from "../fields.ts";
import { router, societeProcedure, userProcedure } from "../procedures.ts";

const Which = z.strictObject({ visiteId: id });

const admins = societeProcedure("reglages");

/** Visits of the operator's staff, as the société sees them: none without one of its administrators. */
export const visitesRouter = router({
  list: admins
    .meta({ foreign: "OWN" })
    .input(nothing)
    .query(async ({ ctx: { doors, tenant, now } }) => ({
      now: now.at,
      rows: await listVisites(doors.control, tenant.societeId, now.at),
    })),

  accept: admins
    .meta({ foreign: "NOT_FOUND" })
    .input(Which.extend({ duree: z.enum(dureeNames) }))
    .mutation(({ ctx, input }) => {
      const { societeId } = ctx.tenant;
      return answerVisite(ctx.doors, { ...input, societeId }, byOf(ctx));
    }),

  refuse: admins
    .meta({ foreign: "NOT_FOUND", whileClosing: true, whileSuspended: true })
    .input(Which)
    .mutation(({ ctx, input }) => {
      const { societeId } = ctx.tenant;
      return answerVisite(ctx.doors, { ...input, societeId, duree: null }, byOf(ctx));
    }),

  /** At once, whoever is in. */
  end: admins
    .meta({ foreign: "NOT_FOUND", whileClosing: true, whileSuspended: true, whileMaintained: true })
    .input(Which)
    .mutation(({ ctx, input }) => {
      const { societeId } = ctx.tenant;
      return endVisite(ctx.doors, { ...input, societeId }, byOf(ctx));
    }),

  /** By who visits; anybody else has nothing to leave. */
  leave: userProcedure
    .meta({ foreign: "OWN", whileVisiting: true, whileMaintained: true })
    .input(nothing)
    .mutation(async ({ ctx: { doors, session, now, resHeaders } }) => {
      const { visite, sessionId, member } = session;
      if (!visite || !member) return { societeId: null };
      const token = await leaveVisite(doors, sessionId, now.at);
      const { lucia } = doors.auth;
      const cookie = token ? lucia.createSessionCookie(token) : lucia.createBlankSessionCookie();
      resHeaders.append("set-cookie", cookie.serialize());
      return { societeId: member.societeId };
    }),
});
