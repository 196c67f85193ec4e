import { eq } from "drizzle-orm";
import { users } from "#db/control/schema/users";
import type { Moment } from "#server/domain/calendar-day";
import { Refusal } from "#server/domain/refusal";
import type { AuthDoors } from "./auth-doors.ts";

/** The field of every form that asks for the password again. */
const passwordField = "current_password";

type Confirmation = {
  readonly userId: string;
  /** As typed. */
  readonly password: string;
  readonly ip: string;
  readonly now: Moment;
};

/**
 * Asks again for the password of who is already logged in, before an act a borrowed screen must not be able to do: the
 * second factor, the address, the IBAN (ASVS 7.5.1). Failures brake like those of a login, on counters of their own.
 *
 * @throws Refusal PASSWORD_WRONG with its problem on `current_password`, TOO_MANY_ATTEMPTS, TOO_BUSY
 */
export async function assertPassword(
  { control, passwords, throttles }: Pick<AuthDoors, "control" | "passwords" | "throttles">,
  { userId, password, ip, now }: Confirmation,
): Promise<void> {
  const attempts = [
    ["confirmation", userId],
    ["network", ip],
  ] as const;
  await throttles.admit(attempts, now.at);
  const [user] = await control.read((db) =>
    db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, userId)),
  );
  if (!(await passwords.verify(user?.passwordHash ?? null, password)))
    throw new Refusal("PASSWORD_WRONG", {}, [{ field: passwordField, code: "PASSWORD_WRONG" }]);
  await control.write((tx) => throttles.forget(tx, attempts));
}
