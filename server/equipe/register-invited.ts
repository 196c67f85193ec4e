import { eq } from "drizzle-orm";
import { users } from "#db/control/schema/users";
import { problemOfPassword } from "#server/auth/password-policy";
import { readUsername } from "#server/auth/read-identity";
import type { Moment } from "#server/domain/calendar-day";
import { displayName } from "#server/domain/display-name";
import { type Problem, Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import type { Origin } from "#server/journal/origins";
import type { ControlTx } from "#server/tenancy/control";
import { enterSociete } from "./enter-societe.ts";
import type { EquipeDoors } from "./equipe-doors.ts";
import { getInvitation } from "./get-invitation.ts";
import { tellMembre } from "./note-membre.ts";

type Registration = {
  readonly token: string;
  readonly prenom: string;
  readonly nom: string;
  readonly username: string;
  readonly password: string;
  readonly origin: Origin;
  readonly now: Moment;
};

/**
 * Somebody without an account joins: their account is made with the address the invitation was sent to. They then log in
 * as anybody does.
 *
 * @throws Refusal INVITATION_LINK_INVALID, INVITATION_ADDRESS_KNOWN, REGISTRATION_INVALID naming each field,
 *   USERNAME_TAKEN, SEATS_REACHED, TOO_MANY_ATTEMPTS, TOO_BUSY
 */
export async function registerInvited(
  doors: EquipeDoors,
  registration: Registration,
): Promise<void> {
  const { control, throttles, passwords } = doors.auth;
  const { token, now, origin } = registration;
  await throttles.admit([["registration", origin.ip]], now.at);
  const { email, nomSociete } = await control.read((db) => getInvitation(db, token, now.at));
  const names = await readNames(registration, [nomSociete, email]);
  const passwordHash = await passwords.hash(registration.password);
  const actor = { userId: newId(), userName: displayName(names) };
  const by = { actor, now, origin };
  const { societeId, fact } = await control.write(async (tx) => {
    const invitation = await getInvitation(tx, token, now.at);
    await assertNew(tx, invitation.emailKey, names.username);
    const address = { email: invitation.email, emailKey: invitation.emailKey };
    const account = { id: actor.userId, ...address, ...names, passwordHash };
    await tx.insert(users).values({ ...account, createdAt: now.at });
    const acting = { societeId: invitation.societeId, by };
    return {
      societeId: invitation.societeId,
      fact: await enterSociete(tx, invitation, acting),
    };
  });
  await tellMembre(doors, { societeId, by }, fact);
}

async function readNames(
  { prenom, nom, username, password }: Registration,
  identity: readonly string[],
): Promise<{ prenom: string; nom: string; username: string }> {
  const name = readUsername(username);
  const weakness = await problemOfPassword(password, { identity: [...identity, username] });
  const problems: Problem[] = [
    ...(prenom === "" ? [{ field: "prenom", code: "REQUIRED" }] : []),
    ...(nom === "" ? [{ field: "nom", code: "REQUIRED" }] : []),
    ...(name.problem ? [name.problem] : []),
    ...(weakness ? [{ field: "password", code: weakness }] : []),
  ];
  if (name.problem || problems.length > 0) throw new Refusal("REGISTRATION_INVALID", {}, problems);
  return { prenom, nom, username: name.value };
}

async function assertNew(tx: ControlTx, emailKey: string, username: string): Promise<void> {
  if ((await tx.$count(users, eq(users.emailKey, emailKey))) > 0)
    throw new Refusal("INVITATION_ADDRESS_KNOWN");
  if ((await tx.$count(users, eq(users.username, username))) > 0)
    throw new Refusal("USERNAME_TAKEN", {}, [{ field: "username", code: "USERNAME_TAKEN" }]);
}
