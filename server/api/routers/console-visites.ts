import { z } from "zod";
import { actingOf } from "#server/console/acting-of";
import { endVisite } from "#server/visites/answer-visite";
import { listVisites } from "#server/visites/find-visite";
import { drawVisiteToken, enterVisite } from "#server/visites/open-visite";
import { requestVisite } from "#server/visites/request-visite";
import { reason, societeId } from "../console-fields.ts";
import { id } from "../fields.ts";
import { operatorOf } from "../operator-of.ts";
import { router, superAdminProcedure } from "../procedures.ts";

const SocieteRef = z.strictObject({ societeId });
const Which = SocieteRef.extend({ visiteId: id });

const staff = superAdminProcedure.meta({ foreign: "OWN" });

/** Visits the staff asks for; a société lets in, or does not. */
export const consoleVisitesRouter = router({
  list: staff.input(SocieteRef).query(async ({ ctx, input }) => ({
    rows: await listVisites(ctx.doors.control, input.societeId, ctx.now.at),
    userId: ctx.session.user.id,
  })),

  request: staff.input(SocieteRef.extend({ reason })).mutation(({ ctx, input }) => {
    const { ip, agent } = ctx;
    return requestVisite(ctx.doors, { ...input, origin: { ip, agent } }, operatorOf(ctx));
  }),

  withdraw: staff.input(Which).mutation(({ ctx, input }) => {
    const { ip, agent } = ctx;
    const { by } = actingOf({ ...input, origin: { ip, agent } }, operatorOf(ctx));
    return endVisite(ctx.doors, input, by);
  }),

  open: staff
    .input(Which)
    .mutation(({ ctx, input }) => drawVisiteToken(ctx.doors.control, input, operatorOf(ctx))),

  enter: staff
    .input(z.strictObject({ jeton: z.string().max(100) }))
    .mutation(async ({ ctx, input }) => {
      const { doors, ip, agent, session, resHeaders } = ctx;
      const entry = { ...input, consoleSessionId: session.sessionId, origin: { ip, agent } };
      const { token } = await enterVisite(doors, entry, operatorOf(ctx));
      const cookie = doors.auth.lucia.createSessionCookie(token);
      resHeaders.append("set-cookie", cookie.serialize());
      return { entered: true as const };
    }),
});
