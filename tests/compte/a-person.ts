import { eq } from "drizzle-orm";
import { outbox } from "#db/control/schema/outbox";
import { users } from "#db/control/schema/users";
import { drawLinkToken } from "#server/auth/draw-link-token";
import type { Doer } from "#server/compte/doer";
import { anAuth } from "../auth/an-auth.ts";

/** Somebody registered and logged in, and the links their mails would carry. */
export async function aPerson() {
  const world = await anAuth();
  await world.register();
  const { token } = await world.login();
  const session = await world.find(token);
  if (!session) throw new Error("not logged in");
  const userId = session.user.id;
  const doer = (sessionId = session.sessionId): Doer => ({
    userId,
    sessionId,
    ip: "192.0.2.1",
    now: world.clock(),
  });
  /** The token of the last mail to this address, as the outbox would draw it. */
  const linkTo = async (address: string) => {
    const mails = await world.control.read((db) =>
      db.select().from(outbox).where(eq(outbox.to, address)),
    );
    const mail = mails.filter(({ tokenKind }) => tokenKind !== null).at(-1);
    if (!mail?.tokenUserId || !mail.tokenKind) return null;
    const link = { userId: mail.tokenUserId, kind: mail.tokenKind, subject: mail.tokenSubject };
    return drawLinkToken(world.control, link, world.clock().at);
  };
  const user = async () => {
    const [row] = await world.control.read((db) =>
      db.select().from(users).where(eq(users.id, userId)),
    );
    if (!row) throw new Error("gone");
    return row;
  };
  return { ...world, token, doer, linkTo, user };
}
