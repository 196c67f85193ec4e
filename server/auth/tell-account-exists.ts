import { eq } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { users } from "#db/control/schema/users";
import type { Moment } from "#server/domain/calendar-day";
import { newId } from "#server/id";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { accountExists } from "#server/mail/templates/account-exists";
import type { AuthDoors } from "./auth-doors.ts";

type Attempt = { readonly emailKey: string; readonly ip: string; readonly now: Moment };

/** Tells the owner of an address, by mail only, that somebody registered with it again; at most three times an hour. */
export async function tellAccountExists(
  { control, throttles, appOrigin }: AuthDoors,
  { emailKey, ip, now }: Attempt,
): Promise<void> {
  await control.write(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.emailKey, emailKey));
    if (!user) return;
    const action = "user.registered_again";
    await tx.insert(audit).values({ id: newId(), at: now.at, action, userId: user.id, ip });
    if (!(await throttles.allows(tx, ["mailbox", emailKey], now.at))) return;
    await enqueueMail(tx, { to: user.email, content: accountExists({ appOrigin }) }, now.at);
  });
}
