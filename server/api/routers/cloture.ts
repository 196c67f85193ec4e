import { z } from "zod";
import { assertPassword } from "#server/auth/assert-password";
import { cancelDeletion } from "#server/cloture/cancel-deletion";
import { getCloture } from "#server/cloture/get-cloture";
import { requestDeletion } from "#server/cloture/request-deletion";
import { byOf } from "../by-of.ts";
import { nothing } from "../fields.ts";
import { router, societeProcedure } from "../procedures.ts";

/** What is mistyped is judged by the use case, which names the field. */
const Request = z.strictObject({
  nom: z.string().max(1000),
  current_password: z.string().max(1000),
});

const owners = societeProcedure("donnees").meta({ foreign: "OWN" });

/** Taking everything away, and having everything destroyed: the administrators' affair. */
export const clotureRouter = router({
  get: owners.input(nothing).query(({ ctx }) => getCloture(ctx.doors.control, ctx.tenant)),

  /** For the download route: whether this person may take everything, and of which société. */
  export: owners
    .meta({ limit: "export" })
    .input(nothing)
    .query(({ ctx: { member } }) => ({ societeId: member.societeId })),

  request: owners
    .meta({ whileSuspended: true })
    .input(Request)
    .mutation(async ({ ctx, input }) => {
      const { doors, member, ip, now } = ctx;
      const { userId, societeId } = member;
      const { nom, current_password: password } = input;
      await assertPassword(doors.auth, { userId, password, ip, now });
      return requestDeletion(doors, { nom }, { societeId, by: byOf(ctx) });
    }),

  cancel: owners
    .meta({ whileClosing: true, whileSuspended: true })
    .input(nothing)
    .mutation(({ ctx }) =>
      cancelDeletion(ctx.doors, { societeId: ctx.member.societeId, by: byOf(ctx) }),
    ),
});
