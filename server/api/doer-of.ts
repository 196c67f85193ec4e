import type { Doer } from "#server/compte/doer";
import type { Context } from "./context.ts";

type Acting = Context & { readonly session: NonNullable<Context["session"]> };

/** Whose account a use case acts on, and from which session. */
export const doerOf = ({ session, ip, now }: Acting): Doer => ({
  userId: session.user.id,
  sessionId: session.sessionId,
  ip,
  now,
});
