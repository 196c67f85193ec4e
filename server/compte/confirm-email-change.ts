import { and, eq, gt, isNull, ne } from "drizzle-orm";
import { type EmailChange, emailChanges } from "#db/control/schema/email-changes";
import { sessions } from "#db/control/schema/sessions";
import { tokens } from "#db/control/schema/tokens";
import { users } from "#db/control/schema/users";
import type { AuthDoors } from "#server/auth/auth-doors";
import { takeLink } from "#server/auth/take-link";
import type { Moment } from "#server/domain/calendar-day";
import { Refusal } from "#server/domain/refusal";
import type { ControlTx } from "#server/tenancy/control";
import { noteChange } from "./note-change.ts";

type Confirmation = {
  readonly token: string;
  readonly ip: string;
  readonly now: Moment;
  /** The session of the browser that confirms, when it has one: it survives if it is the same person's. */
  readonly sessionId: string | null;
};

/**
 * One of the two addresses says yes. At the second yes the account has its new address: its other sessions end, links
 * already sent die, and the former address is told.
 *
 * @returns whether the change is done, or awaits the other address
 * @throws Refusal LINK_INVALID, TOO_MANY_ATTEMPTS
 */
export async function confirmEmailChange(
  doors: AuthDoors,
  { token, ip, now, sessionId }: Confirmation,
): Promise<"done" | "awaited"> {
  const { control, throttles, streams, mail } = doors;
  await throttles.admit([["network", ip]], now.at);
  const ended = await control.write(async (tx) => {
    const change = await agree(tx, token, now.at);
    await throttles.forget(tx, [["network", ip]]);
    if (change.oldConfirmedAt === null || change.newConfirmedAt === null) return null;
    // Told where the account still is: the former address.
    await noteChange(tx, doors, { userId: change.userId, ip, now }, "email_changed");
    return applyChange(tx, change, { at: now.at, sessionId });
  });
  streams.close(ended ?? []);
  mail.wake();
  return ended === null ? "awaited" : "done";
}

async function agree(tx: ControlTx, token: string, at: number): Promise<EmailChange> {
  const kinds = ["email_change_old", "email_change_new"] as const;
  const { kind, subject } = await takeLink(tx, { token, kinds, at });
  const said = kind === "email_change_old" ? { oldConfirmedAt: at } : { newConfirmedAt: at };
  const [change] = await tx
    .update(emailChanges)
    .set(said)
    .where(and(eq(emailChanges.id, subject ?? ""), gt(emailChanges.expiresAt, at)))
    .returning();
  if (!change) throw new Refusal("LINK_INVALID");
  return change;
}

/** @returns the ids of the sessions it ended */
async function applyChange(
  tx: ControlTx,
  { userId, email, emailKey }: EmailChange,
  { at, sessionId }: { readonly at: number; readonly sessionId: string | null },
): Promise<string[]> {
  // Somebody may have registered with it meanwhile.
  if ((await tx.$count(users, eq(users.emailKey, emailKey))) > 0) throw new Refusal("LINK_INVALID");
  await tx.update(users).set({ email, emailKey, emailVerifiedAt: at }).where(eq(users.id, userId));
  await tx.delete(emailChanges).where(eq(emailChanges.userId, userId));
  await tx
    .update(tokens)
    .set({ usedAt: at })
    .where(and(eq(tokens.userId, userId), isNull(tokens.usedAt)));
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId ?? "")))
    .returning({ id: sessions.id });
  return ended.map(({ id }) => id);
}
