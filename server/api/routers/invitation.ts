import { z } from "zod";
import { readInvitation } from "#server/equipe/get-invitation";
import { joinSociete } from "#server/equipe/join-societe";
import { registerInvited } from "#server/equipe/register-invited";
import { byOf } from "../by-of.ts";
import { line } from "../fields.ts";
import { publicProcedure, router, userProcedure } from "../procedures.ts";

const short = z.string().max(1000);
const Link = z.strictObject({ token: short });
const Registration = Link.extend({
  prenom: line(60).trim(),
  nom: line(60).trim(),
  username: short,
  password: short,
});

/** For whoever holds the link of an invitation. */
export const invitationRouter = router({
  get: publicProcedure
    .input(Link)
    .query(({ ctx, input }) => readInvitation(ctx.doors.control, input.token, ctx.now.at)),

  join: userProcedure
    .meta({ foreign: "OWN" })
    .input(Link)
    .mutation(({ ctx, input }) => {
      const { user } = ctx.session;
      const member = { userId: user.id, userName: user.displayName };
      return joinSociete(ctx.doors, {
        ...input,
        session: ctx.session,
        by: byOf({ ...ctx, member }),
      });
    }),

  register: publicProcedure.input(Registration).mutation(async ({ ctx, input }) => {
    const { now, ip, agent } = ctx;
    await registerInvited(ctx.doors, { ...input, now, origin: { ip, agent } });
    return { created: true as const };
  }),
});
