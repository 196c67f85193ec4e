import { z } from "zod";
import { chooseSociete } from "#server/auth/choose-societe";
import { giveSecondFactor } from "#server/auth/give-second-factor";
import { logIn } from "#server/auth/log-in";
import { logInWithPasskey } from "#server/auth/log-in-with-passkey";
import { logOut } from "#server/auth/log-out";
import type { LoggedIn } from "#server/auth/open-session";
import { readPendingLogin } from "#server/auth/pending-login";
import { registerSociete } from "#server/auth/register-societe";
import { requestPasswordReset } from "#server/auth/request-password-reset";
import { resetPassword } from "#server/auth/reset-password";
import type { SessionView } from "#server/auth/session-view";
import { startPasskeyLogin } from "#server/auth/start-passkey-login";
import type { Context } from "../context.ts";
import { noteSession } from "../note-session.ts";
import { assertion } from "../passkey-input.ts";
import { publicProcedure, router, userProcedure } from "../procedures.ts";

/** Bounds against abuse only: what a person may mistype is judged by the use case, which names the field. */
const short = z.string().max(1000);
const password = z.string().max(1000);

const Registration = z.strictObject({
  nom_societe: short,
  email: short,
  username: short,
  password,
});
const Login = z.strictObject({ identifiant: short, password });
const SocieteRef = z.strictObject({ societeId: z.string().regex(/^[0-9a-f]{32}$/) });
const Email = z.strictObject({ email: short });
/** A passkey instead of the password, whatever login may await its second step in this browser. */
const Alone = z.strictObject({ isAlone: z.boolean() });
const Signed = Alone.extend({ response: assertion });
const Code = z.strictObject({ code: z.string().max(100) });
const Reset = z.strictObject({ token: short, password });

/** A form without fields sends `{}`, the client nothing. */
const Nothing = z.strictObject({}).nullish();

/** The cookie of the session that opens; the login that awaited something is over. */
async function loggedIn(ctx: Context, { token, mustChooseSociete }: LoggedIn) {
  const { auth } = ctx.doors;
  const { resHeaders } = ctx;
  const entered = await auth.findSession(token, ctx.now);
  noteSession(ctx, "session.opened", entered?.member);
  resHeaders.append("set-cookie", auth.lucia.createSessionCookie(token).serialize());
  resHeaders.append("set-cookie", auth.pendingCookie.blank());
  return { mustGiveSecondFactor: false, mustChooseSociete };
}

/** Coming in and going out: made while the service only reads as well. */
const entering = publicProcedure.meta({ whileMaintained: true });

export const authRouter = router({
  register: publicProcedure
    .input(Registration)
    .mutation(
      async ({ ctx: { doors, ip, now }, input: { nom_societe: nomSociete, ...account } }) => {
        await registerSociete(doors.auth, { ...account, nomSociete, ip, now });
        return { created: true as const };
      },
    ),

  login: entering.input(Login).mutation(async ({ ctx, input }) => {
    const { doors, ip, agent, now, session, resHeaders } = ctx;
    const previousSessionId = session?.sessionId ?? null;
    const given = await logIn(doors.auth, { ...input, ip, agent, now, previousSessionId });
    if (given.step === "done") return loggedIn(ctx, given);
    resHeaders.append("set-cookie", doors.auth.pendingCookie.serialize(given.pendingToken));
    return { mustGiveSecondFactor: true, mustChooseSociete: false };
  }),

  giveSecondFactor: entering.input(Code).mutation(async ({ ctx, input }) => {
    const { doors, ip, agent, now, session, pendingToken } = ctx;
    const previousSessionId = session?.sessionId ?? null;
    const arrival = { ip, agent, now, previousSessionId };
    const opened = await giveSecondFactor(doors.auth, { ...input, ...arrival, pendingToken });
    return loggedIn(ctx, opened);
  }),

  startPasskeyLogin: entering
    .input(Alone)
    .mutation(({ ctx: { doors, ip, now, ...ctx }, input: { isAlone } }) => {
      const pendingToken = isAlone ? null : ctx.pendingToken;
      return startPasskeyLogin(doors.auth, { pendingToken, ip, now });
    }),

  loginWithPasskey: entering.input(Signed).mutation(async ({ ctx, input }) => {
    const { doors, ip, agent, now, session } = ctx;
    const { response, isAlone } = input;
    const pendingToken = isAlone ? null : ctx.pendingToken;
    const previousSessionId = session?.sessionId ?? null;
    const arrival = { ip, agent, now, previousSessionId };
    const opened = await logInWithPasskey(doors.auth, { response, ...arrival, pendingToken });
    return loggedIn(ctx, opened);
  }),

  /** What the page of the second factor may offer; null when no login awaits one. */
  pending: publicProcedure
    .input(Nothing)
    .query(({ ctx: { doors, pendingToken, now } }) =>
      readPendingLogin(doors.auth, pendingToken, now),
    ),

  logout: entering
    .meta({ whileVisiting: true })
    .input(Nothing)
    .mutation(async ({ ctx }) => {
      const { doors, session, resHeaders } = ctx;
      if (session) await logOut(doors.auth, session.sessionId);
      noteSession(ctx, "session.ended", session?.member);
      resHeaders.append("set-cookie", doors.auth.lucia.createBlankSessionCookie().serialize());
      resHeaders.append("set-cookie", doors.auth.pendingCookie.blank());
      return { loggedOut: true as const };
    }),

  /** Who is logged in, in which société; null for a visitor. */
  me: publicProcedure.input(Nothing).query(({ ctx: { session } }) => {
    if (!session) return null;
    const { user, memberships, member, secondFactor, visite } = session;
    return { user, memberships, member, secondFactor, visite };
  }),

  chooseSociete: userProcedure
    .meta({ foreign: "NOT_FOUND", whileMaintained: true })
    .input(SocieteRef)
    .mutation(async ({ ctx, input }) => {
      const { doors, session, now } = ctx;
      const { sessionId, user } = session;
      await chooseSociete(doors.auth, {
        sessionId,
        userId: user.id,
        societeId: input.societeId,
        now,
      });
      const next = session.memberships.find(({ societeId }) => societeId === input.societeId);
      if (session.member?.societeId !== input.societeId)
        noteSession(ctx, "session.left", session.member);
      noteSession(ctx, "session.opened", next && { ...next, ...nameOf(session) });
      return { societeId: input.societeId };
    }),

  forgotPassword: publicProcedure
    .input(Email)
    .mutation(async ({ ctx: { doors, ip, now }, input }) => {
      await requestPasswordReset(doors.auth, { ...input, ip, now });
      return { asked: true as const };
    }),

  resetPassword: publicProcedure
    .input(Reset)
    .mutation(async ({ ctx: { doors, ip, now }, input }) => {
      await resetPassword(doors.auth, { ...input, ip, now });
      return { changed: true as const };
    }),
});

const nameOf = ({ user }: SessionView) => ({ userId: user.id, userName: user.displayName });
