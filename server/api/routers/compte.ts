import { z } from "zod";
import { addPasskey } from "#server/compte/add-passkey";
import { cancelEmailChange } from "#server/compte/cancel-email-change";
import { changeEmail } from "#server/compte/change-email";
import { changePassword } from "#server/compte/change-password";
import { chooseLangue } from "#server/compte/choose-langue";
import { confirmEmailChange } from "#server/compte/confirm-email-change";
import { confirmTotp } from "#server/compte/confirm-totp";
import { assertGranted, grantData } from "#server/compte/data-grant";
import { discardRecoverySheet } from "#server/compte/discard-recovery-sheet";
import type { Renewed } from "#server/compte/doer";
import { endOtherSessions } from "#server/compte/end-other-sessions";
import { endSession } from "#server/compte/end-session";
import { eraseAccount } from "#server/compte/erase-account";
import { keepVisites, listVisitesKept } from "#server/compte/keep-visites";
import { listPlaces } from "#server/compte/list-places";
import { listSessions } from "#server/compte/list-sessions";
import { readCompte } from "#server/compte/read-compte";
import { readEnrolment } from "#server/compte/read-enrolment";
import { readRecoverySheet } from "#server/compte/read-recovery-sheet";
import { removePasskey } from "#server/compte/remove-passkey";
import { removeTotp } from "#server/compte/remove-totp";
import { renamePasskey } from "#server/compte/rename-passkey";
import { renewRecoveryCodes } from "#server/compte/renew-recovery-codes";
import { sendVerification } from "#server/compte/send-verification";
import { startPasskey } from "#server/compte/start-passkey";
import { startTotp } from "#server/compte/start-totp";
import { updateIdentity } from "#server/compte/update-identity";
import { verifyEmail } from "#server/compte/verify-email";
import { langues } from "#server/domain/langue";
import { visitesGuidees } from "#server/domain/visite-guidee";
import type { Context } from "../context.ts";
import { doerOf } from "../doer-of.ts";
import { id, nothing } from "../fields.ts";
import { registration } from "../passkey-input.ts";
import { publicProcedure, router, userProcedure } from "../procedures.ts";

const short = z.string().max(1000);
const Confirmed = z.strictObject({ current_password: short });
const Grant = z.strictObject({ grant: short });
const Token = z.strictObject({ token: short });
const Code = z.strictObject({ code: z.string().max(100) });
const Identity = z.strictObject({ prenom: short, nom: short, username: short });
const ChosenLangue = z.strictObject({ langue: z.enum(langues) });
const Visites = z.strictObject({
  visites: z.array(z.enum(visitesGuidees)).min(1).max(visitesGuidees.length),
});
const NewEmail = Confirmed.extend({ email: short });
const NewPassword = Confirmed.extend({ password: short });
const SessionRef = z.strictObject({ ref: id });
const KeyRef = Confirmed.extend({ passkeyId: id });
const KeyName = z.strictObject({ passkeyId: id, nom: short });
const StartKey = Confirmed.extend({ nom: short });
const NewKey = z.strictObject({ nom: short, response: registration });

/** One's own account: nothing of a société, and nobody else's. */
const own = userProcedure.meta({ foreign: "OWN" });
const named = userProcedure.meta({ foreign: "NOT_FOUND" });

type Acting = Context & { readonly session: NonNullable<Context["session"]> };

/** The session goes on: its cookie under the new name. */
function renewed({ doors, resHeaders }: Acting, { token }: Renewed) {
  resHeaders.append("set-cookie", doors.auth.lucia.createSessionCookie(token).serialize());
  return { changed: true as const };
}

const changed = { changed: true as const };

export const compteRouter = router({
  get: own.input(nothing).query(({ ctx }) => readCompte(ctx.doors, doerOf(ctx))),

  updateIdentity: own.input(Identity).mutation(async ({ ctx, input }) => {
    await updateIdentity(ctx.doors, input, doerOf(ctx));
    return changed;
  }),

  chooseLangue: own.input(ChosenLangue).mutation(async ({ ctx, input }) => {
    await chooseLangue(ctx.doors, input.langue, doerOf(ctx));
    return changed;
  }),

  /** The guided visits not to be offered again. */
  visites: own.input(nothing).query(({ ctx }) => listVisitesKept(ctx.doors, doerOf(ctx))),

  keepVisites: own.input(Visites).mutation(async ({ ctx, input }) => {
    await keepVisites(ctx.doors, input.visites, doerOf(ctx));
    return changed;
  }),

  changePassword: own.input(NewPassword).mutation(async ({ ctx, input }) => {
    const { current_password: currentPassword, password } = input;
    const change = { currentPassword, password };
    return renewed(ctx, await changePassword(ctx.doors.auth, change, doerOf(ctx)));
  }),

  changeEmail: own.input(NewEmail).mutation(async ({ ctx, input }) => {
    const { current_password: password, email } = input;
    await changeEmail(ctx.doors.auth, { email, password }, doerOf(ctx));
    return changed;
  }),

  cancelEmailChange: own.input(nothing).mutation(async ({ ctx }) => {
    await cancelEmailChange(ctx.doors, doerOf(ctx));
    return changed;
  }),

  /** By the link of a mail: whoever reads it needs no session. */
  confirmEmailChange: publicProcedure.input(Token).mutation(async ({ ctx, input }) => {
    const { doors, ip, now, session } = ctx;
    const sessionId = session?.sessionId ?? null;
    return { state: await confirmEmailChange(doors.auth, { ...input, ip, now, sessionId }) };
  }),

  sendVerification: own.input(nothing).mutation(async ({ ctx }) => {
    await sendVerification(ctx.doors.auth, doerOf(ctx));
    return changed;
  }),

  verifyEmail: publicProcedure.input(Token).mutation(async ({ ctx: { doors, ip, now }, input }) => {
    await verifyEmail(doors.auth, { ...input, ip, now });
    return changed;
  }),

  startTotp: own.input(Confirmed).mutation(async ({ ctx, input }) => {
    await startTotp(ctx.doors.auth, input.current_password, doerOf(ctx));
    return changed;
  }),

  enrolment: own.input(nothing).query(({ ctx }) => readEnrolment(ctx.doors.auth, doerOf(ctx))),

  confirmTotp: own
    .input(Code)
    .mutation(async ({ ctx, input }) =>
      renewed(ctx, await confirmTotp(ctx.doors.auth, input.code, doerOf(ctx))),
    ),

  removeTotp: own
    .input(Confirmed)
    .mutation(async ({ ctx, input }) =>
      renewed(ctx, await removeTotp(ctx.doors.auth, input.current_password, doerOf(ctx))),
    ),

  recoverySheet: own
    .input(nothing)
    .query(({ ctx }) => readRecoverySheet(ctx.doors.auth, doerOf(ctx))),

  discardRecoverySheet: own.input(nothing).mutation(async ({ ctx }) => {
    await discardRecoverySheet(ctx.doors, doerOf(ctx));
    return changed;
  }),

  renewRecoveryCodes: own.input(Confirmed).mutation(async ({ ctx, input }) => {
    await renewRecoveryCodes(ctx.doors.auth, input.current_password, doerOf(ctx));
    return changed;
  }),

  startPasskey: own.input(StartKey).mutation(({ ctx, input }) => {
    const { current_password: password, nom } = input;
    return startPasskey(ctx.doors.auth, { nom, password }, doerOf(ctx));
  }),

  addPasskey: own.input(NewKey).mutation(async ({ ctx, input }) => {
    const added = await addPasskey(ctx.doors.auth, input, doerOf(ctx));
    return { ...renewed(ctx, added), hasNewCodes: added.hasNewCodes };
  }),

  renamePasskey: named.input(KeyName).mutation(async ({ ctx, input }) => {
    await renamePasskey(ctx.doors, input, doerOf(ctx));
    return changed;
  }),

  removePasskey: named.input(KeyRef).mutation(async ({ ctx, input }) => {
    const { current_password: password, passkeyId } = input;
    return renewed(ctx, await removePasskey(ctx.doors.auth, { passkeyId, password }, doerOf(ctx)));
  }),

  sessions: own.input(nothing).query(({ ctx }) => listSessions(ctx.doors, doerOf(ctx))),

  endSession: named.input(SessionRef).mutation(async ({ ctx, input }) => {
    await endSession(ctx.doors.auth, input.ref, doerOf(ctx));
    return changed;
  }),

  endOtherSessions: own.input(nothing).mutation(async ({ ctx }) => ({
    ended: await endOtherSessions(ctx.doors.auth, doerOf(ctx)),
  })),

  /** The sociétés that keep the account from being erased. */
  erasure: own.input(nothing).query(async ({ ctx }) => {
    const { control } = ctx.doors;
    const places = await control.read((db) => listPlaces(db, ctx.session.user.id));
    return { aloneIn: places.filter(({ isAlone }) => isAlone).map(({ nom }) => nom) };
  }),

  /** The password again, before `data`. */
  grantData: own
    .meta({ whileMaintained: true })
    .input(Confirmed)
    .mutation(async ({ ctx, input }) => ({
      grant: await grantData(ctx.doors.auth, input.current_password, doerOf(ctx)),
    })),

  /** Whether `/compte/donnees.json` may stream it now. */
  data: own
    .meta({ limit: "export" })
    .input(Grant)
    .query(({ ctx, input }) => {
      assertGranted(ctx.doors.auth, input.grant, doerOf(ctx));
      return { granted: true as const };
    }),

  erase: own.input(Confirmed).mutation(async ({ ctx, input }) => {
    const { doors, agent, resHeaders } = ctx;
    await eraseAccount(doors, { password: input.current_password, agent }, doerOf(ctx));
    resHeaders.append("set-cookie", doors.auth.lucia.createBlankSessionCookie().serialize());
    return { erased: true as const };
  }),
});
