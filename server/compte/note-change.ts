import { eq } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { users } from "#db/control/schema/users";
import { newId } from "#server/id";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { type AccountChange, accountChanged } from "#server/mail/templates/account-changed";
import type { ControlTx } from "#server/tenancy/control";
import type { Doer } from "./doer.ts";

/** Keeps a trace of what changed in somebody's account, and tells them by mail: they may not be who did it. */
export async function noteChange(
  tx: ControlTx,
  { appOrigin }: { readonly appOrigin: string },
  { userId, ip, now }: Omit<Doer, "sessionId">,
  change: AccountChange,
): Promise<void> {
  const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
  const action = `user.${change}`;
  await tx.insert(audit).values({ id: newId(), at: now.at, action, userId, ip });
  if (!user) return;
  const content = accountChanged({ appOrigin, change, at: now.at });
  await enqueueMail(tx, { to: user.email, content }, now.at);
}
