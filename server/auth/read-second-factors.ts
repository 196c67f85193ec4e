import { eq } from "drizzle-orm";
import { passkeys } from "#db/control/schema/passkeys";
import { users } from "#db/control/schema/users";
import type { ControlDb, ControlTx } from "#server/tenancy/control";

/** Which second factors a person has: an authenticator, and how many passkeys. */
export async function readSecondFactors(
  db: ControlDb | ControlTx,
  userId: string,
): Promise<{ readonly hasTotp: boolean; readonly passkeyCount: number }> {
  const [user] = await db
    .select({ totpSecret: users.totpSecret })
    .from(users)
    .where(eq(users.id, userId));
  const passkeyCount = await db.$count(passkeys, eq(passkeys.userId, userId));
  return { hasTotp: (user?.totpSecret ?? null) !== null, passkeyCount };
}
