import { and, desc, eq, gt } from "drizzle-orm";
import { sessions } from "#db/control/schema/sessions";
import { networkOf } from "#server/auth/network-of";
import type { Control } from "#server/tenancy/control";
import { deviceOf } from "./device-of.ts";
import type { Doer } from "./doer.ts";
import { sessionRef } from "./session-ref.ts";

/** The sessions a person has open, the one that asks first, then the last seen. Instants in milliseconds UTC. */
export async function listSessions(
  { control }: { readonly control: Control },
  { userId, sessionId, now }: Omit<Doer, "ip">,
) {
  const rows = await control.read((db) =>
    db
      .select()
      .from(sessions)
      .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, Math.floor(now.at / 1000))))
      .orderBy(desc(sessions.lastSeenAt)),
  );
  return rows
    .map(({ id, ip, agent, createdAt, lastSeenAt }) => ({
      ref: sessionRef(id),
      isCurrent: id === sessionId,
      ...deviceOf(agent ?? ""),
      place: placeOf(ip),
      createdAt,
      lastSeenAt: id === sessionId ? now.at : lastSeenAt,
    }))
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}

/** Enough of an address to recognise a network, not a person: 192.0.2.x, 2001:db8:0:1::/64. */
function placeOf(ip: string | null): string | null {
  if (ip === null || ip === "unknown") return null;
  return networkOf(ip).replace(/^(\d+\.\d+\.\d+)\.\d+$/, "$1.x");
}
