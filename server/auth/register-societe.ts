import { eq } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { memberships } from "#db/control/schema/memberships";
import { users } from "#db/control/schema/users";
import { assertSeat } from "#server/billing/assert-seat";
import { openAbonnement, openingTerms } from "#server/billing/open-abonnement";
import type { Moment } from "#server/domain/calendar-day";
import type { Terms } from "#server/domain/quota";
import { type Problem, Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { accountCreated } from "#server/mail/templates/account-created";
import type { ControlDb, ControlTx } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { answerNoSooner } from "./answer-no-sooner.ts";
import type { AuthDoors } from "./auth-doors.ts";
import { problemOfPassword } from "./password-policy.ts";
import { keyOfEmail, readEmail, readNomSociete, readUsername } from "./read-identity.ts";
import { slugOf } from "./slug-of.ts";
import { tellAccountExists } from "./tell-account-exists.ts";

type Registration = {
  readonly nomSociete: string;
  readonly email: string;
  readonly username: string;
  readonly password: string;
  readonly ip: string;
  readonly now: Moment;
};

type Account = Pick<Registration, "nomSociete" | "email" | "username" | "ip" | "now"> & {
  readonly emailKey: string;
  readonly passwordHash: string;
};

/**
 * Makes a société, its database, its trial and its first user (`admin`). When the address already has an account nothing is made,
 * its owner gets a mail, and the caller sees exactly what a success looks like, as late.
 *
 * @throws Refusal REGISTRATION_INVALID with one problem a field, USERNAME_TAKEN, TOO_MANY_ATTEMPTS, TOO_BUSY
 */
export async function registerSociete(doors: AuthDoors, registration: Registration): Promise<void> {
  const identity = await readIdentity(registration);
  await answerNoSooner(doors.answerFloor, async () => {
    const { ip, now } = registration;
    await doors.throttles.admit([["registration", ip]], now.at);
    await doors.control.read((db) => assertUsernameFree(db, identity.username));
    const passwordHash = await doors.passwords.hash(registration.password);
    await makeOrTell(doors, { ...identity, passwordHash, ip, now });
  });
  doors.mail.wake();
}

async function readIdentity({ nomSociete, email, username, password }: Registration) {
  const nom = readNomSociete(nomSociete);
  const address = readEmail(email);
  const name = readUsername(username);
  const weakness = await problemOfPassword(password, {
    identity: [nomSociete, username, email],
  });
  const passwordProblem = weakness && { field: "password", code: weakness };
  const problems: Problem[] = [nom.problem, address.problem, name.problem, passwordProblem].filter(
    (problem) => problem !== null,
  );
  if (nom.problem || address.problem || name.problem || passwordProblem)
    throw new Refusal("REGISTRATION_INVALID", {}, problems);
  return {
    nomSociete: nom.value,
    email: address.value,
    emailKey: keyOfEmail(address.value),
    username: name.value,
  };
}

/** The answer to « is this address known? » never leaves this function. */
async function makeOrTell(doors: AuthDoors, account: Account): Promise<void> {
  const { control, provision, furnish } = doors;
  const { nomSociete: nom, email, emailKey, now } = account;
  try {
    const terms = await control.read(async (db) => {
      await assertEmailUnknown(db, emailKey);
      return openingTerms(db, now.at);
    });
    await provision({
      nom,
      slug: slugOf(nom),
      at: now.at,
      admit: (tx, societeId) => admitOwner(doors, tx, societeId, { ...account, terms }),
      furnish: (tx) => furnish(tx, { nom, email, at: now.at, terms }),
    });
  } catch (cause) {
    if (!(cause instanceof EmailKnown)) throw cause;
    await tellAccountExists(doors, account);
  }
}

/** Both uniquenesses are checked again here: two registrations may have been under way at once. */
async function admitOwner(
  { appOrigin }: AuthDoors,
  tx: ControlTx,
  societeId: SocieteId,
  account: Account & { readonly terms: Terms },
): Promise<void> {
  const { nomSociete, email, emailKey, username, passwordHash, ip, now, terms } = account;
  await assertEmailUnknown(tx, emailKey);
  await assertUsernameFree(tx, username);
  const userId = newId();
  await tx
    .insert(users)
    .values({ id: userId, email, emailKey, username, passwordHash, createdAt: now.at });
  await openAbonnement(tx, societeId, { at: now.at, copied: terms });
  await assertSeat(tx, societeId, { role: "admin", at: now.at });
  await tx.insert(memberships).values({ userId, societeId, role: "admin", createdAt: now.at });
  await tx
    .insert(audit)
    .values({ id: newId(), at: now.at, action: "societe.registered", userId, societeId, ip });
  const content = accountCreated({ appOrigin, nomSociete, username });
  const link = { userId, kind: "email_verification" as const, subject: emailKey };
  await enqueueMail(tx, { to: email, content, link, societeId }, now.at);
}

class EmailKnown extends Error {
  override readonly name = "EmailKnown";
}

async function assertEmailUnknown(db: ControlDb | ControlTx, emailKey: string): Promise<void> {
  if ((await db.$count(users, eq(users.emailKey, emailKey))) > 0) throw new EmailKnown();
}

async function assertUsernameFree(db: ControlDb | ControlTx, username: string): Promise<void> {
  if ((await db.$count(users, eq(users.username, username))) > 0)
    throw new Refusal("USERNAME_TAKEN", {}, [{ field: "username", code: "USERNAME_TAKEN" }]);
}
