import { eq } from "drizzle-orm";
import { users } from "#db/control/schema/users";
import { currentTotp, newTotpSecret } from "#server/auth/totp";
import { totpContext } from "#server/auth/totp-context";
import type { Service } from "./a-service.ts";
import { testPassword } from "./a-staffed-societe.ts";
import { callProcedure } from "./trpc-wire.ts";

/** An authenticator for this person: what it shows now. A service's clock stands still, so that it serves one login. */
async function giveSecondFactor(service: Service, username: string): Promise<string> {
  const { control, auth } = service.doors;
  const secret = newTotpSecret();
  await control.write(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.username, username));
    if (!user) throw new Error(`nobody is called ${username}`);
    const totpSecret = auth.seals.seal(secret, totpContext(user.id));
    await tx.update(users).set({ totpSecret, totpStep: null }).where(eq(users.id, user.id));
  });
  return currentTotp(secret, auth.deviceClock().at);
}

/** A session proved by a second factor, which the person is given for the occasion: its cookie. */
export async function logInTwice(service: Service, username: string): Promise<string> {
  const code = await giveSecondFactor(service, username);
  const input = { identifiant: username, password: testPassword };
  const first = await callProcedure(service, { path: "auth.login", input });
  const awaited = first.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const second = { path: "auth.giveSecondFactor", input: { code }, cookie: awaited };
  const { headers } = await callProcedure(service, second);
  return headers.getSetCookie()[0]?.split(";")[0] ?? "";
}
