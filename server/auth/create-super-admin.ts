import { eq } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { sessions } from "#db/control/schema/sessions";
import { users } from "#db/control/schema/users";
import type { Moment } from "#server/domain/calendar-day";
import { type Problem, Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import type { Control } from "#server/tenancy/control";
import { problemOfPassword } from "./password-policy.ts";
import { createPasswords } from "./passwords.ts";
import { keyOfEmail, keyOfUsername, readEmail, readUsername } from "./read-identity.ts";

export type SuperAdmin = {
  readonly email: string;
  readonly username: string;
  readonly password: string;
};

/**
 * The operator's own account: made by whoever holds the machine, never by a page. An account of that name becomes one;
 * its password does not change.
 *
 * @returns whether the account was made, or raised
 * @throws Refusal REGISTRATION_INVALID naming each field, USERNAME_TAKEN when the name is another address's
 */
export async function createSuperAdmin(
  control: Control,
  { email, username, password }: SuperAdmin,
  now: Moment,
): Promise<"made" | "raised"> {
  const [known] = await control.read((db) =>
    db
      .select()
      .from(users)
      .where(eq(users.username, keyOfUsername(username))),
  );
  if (known && known.emailKey !== keyOfEmail(email)) throw new Refusal("USERNAME_TAKEN");
  if (known) {
    await raise(control, known.id, now);
    return "raised";
  }
  const identity = await readNew({ email, username, password });
  const passwordHash = await createPasswords().hash(password);
  const userId = newId();
  await control.write((tx) =>
    tx.insert(users).values({ id: userId, ...identity, passwordHash, createdAt: now.at }),
  );
  await raise(control, userId, now);
  return "made";
}

async function raise(control: Control, userId: string, { at }: Moment): Promise<void> {
  await control.write(async (tx) => {
    await tx.update(users).set({ isSuperAdmin: true }).where(eq(users.id, userId));
    // Those open were to last a month.
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    await tx.insert(audit).values({ id: newId(), at, action: "user.made_super_admin", userId });
  });
}

async function readNew({ email, username, password }: SuperAdmin) {
  const address = readEmail(email);
  const name = readUsername(username);
  const weakness = await problemOfPassword(password, {
    identity: [username, email],
    isSuperAdmin: true,
  });
  const passwordProblem: Problem | null = weakness && { field: "password", code: weakness };
  const problems = [address.problem, name.problem, passwordProblem].filter((one) => one !== null);
  if (address.problem || name.problem || passwordProblem)
    throw new Refusal("REGISTRATION_INVALID", {}, problems);
  return { email: address.value, emailKey: keyOfEmail(address.value), username: name.value };
}
