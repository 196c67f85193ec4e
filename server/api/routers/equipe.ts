import { z } from "zod";
import { roles } from "#server/domain/permissions";
import { inviteMember } from "#server/equipe/invite-member";
import { listEquipe } from "#server/equipe/list-equipe";
import { leaveSociete, removeMember } from "#server/equipe/remove-member";
import { resendInvitation, revokeInvitation } from "#server/equipe/resend-invitation";
import { updateMember } from "#server/equipe/update-member";
import type { SocieteId } from "#server/tenancy/tenant";
import { byOf } from "../by-of.ts";
import { id, nothing } from "../fields.ts";
import { router, societeProcedure } from "../procedures.ts";

const Rights = z.strictObject({
  role: z.enum(roles),
  mayIssue: z.boolean(),
  maySeeOthersAmounts: z.boolean(),
  mayExport: z.boolean(),
});
/** What is mistyped is judged by the use case, which names the field. */
const Invite = Rights.extend({ email: z.string().max(1000) });
const Member = z.strictObject({ userId: id });
const Invitation = z.strictObject({ invitationId: id });

type Acting = Parameters<typeof byOf>[0] & { readonly member: { readonly societeId: SocieteId } };

const actingOf = (ctx: Acting) => ({ societeId: ctx.member.societeId, by: byOf(ctx) });

const administer = societeProcedure("equipe");

/** Who works here, as what: the administrators' affair. Anybody may leave. */
export const equipeRouter = router({
  get: administer
    .meta({ foreign: "OWN" })
    .input(nothing)
    .query(({ ctx }) => listEquipe(ctx.doors.control, ctx.member.societeId, ctx.now)),

  invite: administer
    .meta({ foreign: "OWN" })
    .input(Invite)
    .mutation(({ ctx, input }) => inviteMember(ctx.doors, input, actingOf(ctx))),

  resend: administer
    .meta({ foreign: "NOT_FOUND" })
    .input(Invitation)
    .mutation(({ ctx, input }) => resendInvitation(ctx.doors, input, actingOf(ctx))),

  revoke: administer
    .meta({ foreign: "NOT_FOUND" })
    .input(Invitation)
    .mutation(({ ctx, input }) => revokeInvitation(ctx.doors, input, actingOf(ctx))),

  update: administer
    .meta({ foreign: "NOT_FOUND" })
    .input(Rights.extend({ userId: id }))
    .mutation(({ ctx, input }) => updateMember(ctx.doors, input, actingOf(ctx))),

  remove: administer
    .meta({ foreign: "NOT_FOUND" })
    .input(Member)
    .mutation(({ ctx, input }) => removeMember(ctx.doors, input, actingOf(ctx))),

  leave: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(nothing)
    .mutation(({ ctx }) => leaveSociete(ctx.doors, actingOf(ctx))),
});
