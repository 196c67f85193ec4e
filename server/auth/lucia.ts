import { Lucia, TimeSpan } from "lucia";
import type { Clock } from "#server/clock";
import type { Control } from "#server/tenancy/control";
import {
  createSessionAdapter,
  type SessionAttributes,
  type UserAttributes,
} from "./session-adapter.ts";
import { absoluteCap } from "./session-times.ts";

/**
 * The one Lucia of the process. Sessions are known by the hash of their token: pass `hashToken(token)` as an id, and
 * the token itself to the cookie only.
 *
 * Over https the cookie is `__Host-session` (Secure, no domain, whole site); over plain http, where a browser would
 * drop it, `session`.
 */
export function createLucia(control: Control, clock: Clock, appOrigin: string) {
  const secure = appOrigin.startsWith("https://");
  return new Lucia(createSessionAdapter(control, clock), {
    // Dates the cookie; the true end is the adapter's, sooner when the session is not used.
    sessionExpiresIn: new TimeSpan(absoluteCap, "ms"),
    sessionCookie: {
      name: secure ? "__Host-session" : "session",
      attributes: { secure, sameSite: "lax", path: "/" },
    },
    getSessionAttributes: ({ societeId, createdAt, lastSeenAt, secondFactorAt, visiteId }) => ({
      societeId,
      createdAt,
      lastSeenAt,
      secondFactorAt,
      visiteId: visiteId ?? null,
    }),
    getUserAttributes: (user) => user,
  });
}

export type SessionLibrary = ReturnType<typeof createLucia>;

declare module "lucia" {
  interface Register {
    Lucia: SessionLibrary;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}
