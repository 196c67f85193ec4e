import { randomFillSync } from "node:crypto";
import { isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context as HonoContext } from "hono";
import { getCookie } from "hono/cookie";
import type { Context } from "#server/api/context";
import { acceptedLangue, type Langue, langueNamed } from "#server/domain/langue";
import type { Doors } from "#server/doors";

/** Crockford's alphabet without look-alikes: a code a person can read out. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Drawn from the system a thousand requests at a time: a call costs more than what it draws. */
const drawn = Buffer.alloc(8 * 1_024);
let next = drawn.length;

function eightBytes(): Uint8Array {
  if (next === drawn.length) {
    randomFillSync(drawn);
    next = 0;
  }
  next += 8;
  return drawn.subarray(next - 8, next);
}

/** « 7F3K-92QD »: printed on error pages and in every log line of the request. */
export function newRequestId(): string {
  let letters = "";
  for (const byte of eightBytes()) letters += alphabet[byte % alphabet.length];
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

type Source = Pick<Context, "requestedSociete" | "resHeaders" | "tell">;

/** Who asks, from where, for which société: read once per request. */
export async function openContext(doors: Doors, c: HonoContext, source: Source): Promise<Context> {
  const now = doors.clock();
  const token = getCookie(c, doors.auth.cookieName);
  const session = token === undefined ? null : await doors.auth.findSession(token, now);
  if (session?.member) c.set("societeId", session.member.societeId);
  return {
    doors,
    now,
    requestId: (c.get("requestId") as string | undefined) ?? newRequestId(),
    ...source,
    ip: ipOf(doors, c),
    agent: (c.req.header("user-agent") ?? "").slice(0, 200),
    pendingToken: getCookie(c, doors.auth.pendingCookie.name) ?? null,
    langue: session?.user.langue ?? langueOf(c),
    session,
  };
}

/** The choice this browser keeps, or the language it asks for; French where it knows neither of ours. */
const langueOf = (c: HonoContext): Langue =>
  langueNamed(getCookie(c, "langue")) ?? acceptedLangue(c.req.header("accept-language")) ?? "fr";

/** Only Fly's proxy may say who the client is: anybody else could forge the header, and any X-Forwarded-For is ignored. */
export function ipOf({ env }: Doors, c: HonoContext): string {
  const said = env.FLY_APP_NAME === undefined ? undefined : c.req.header("fly-client-ip");
  if (said !== undefined && isIP(said) !== 0) return said;
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? "unknown") : "unknown";
}
