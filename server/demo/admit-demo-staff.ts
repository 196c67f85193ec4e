import { eq, inArray } from "drizzle-orm";
import { memberships } from "#db/control/schema/memberships";
import { users } from "#db/control/schema/users";
import { assertSeat } from "#server/billing/assert-seat";
import { keepVisites } from "#server/compte/keep-visites";
import type { Role } from "#server/domain/permissions";
import { visitesGuidees } from "#server/domain/visite-guidee";
import type { Doors } from "#server/doors";
import { newId } from "#server/id";
import { demoLogins } from "./demo-logins.ts";
import { atelierLenoir, boulangerieMartin } from "./demo-trades.ts";
import { findDemoSociete } from "./find-demo-societe.ts";

type Person = {
  readonly username: string;
  readonly prenom: string;
  readonly nom: string;
  readonly email: string;
  readonly role: Role;
  readonly societes: readonly string[];
};

const staff: readonly Person[] = [
  {
    username: "mona",
    prenom: "Mona",
    nom: "Keller",
    email: "mona@atelier-lenoir.example",
    role: "employe",
    societes: [atelierLenoir.username],
  },
  {
    username: "nadia",
    prenom: "Nadia",
    nom: "Fabre",
    email: "nadia@cabinet-fabre.example",
    role: "comptable",
    societes: [atelierLenoir.username, boulangerieMartin.username],
  },
];

/** The owners' names, their colleague and their accountant; those already there are left as they are. */
export async function admitDemoStaff(doors: Doors): Promise<void> {
  await admit(doors);
  await forgoVisites(doors);
}

/** They come to show the product: no visit is offered to them. */
async function forgoVisites({ control, clock }: Doors): Promise<void> {
  const known = await control.read((db) =>
    db
      .select({ userId: users.id })
      .from(users)
      .where(inArray(users.username, [...demoLogins.map(({ username }) => username)])),
  );
  for (const { userId } of known)
    await keepVisites({ control }, visitesGuidees, { userId, now: clock() });
}

async function admit(doors: Doors): Promise<void> {
  const { control, auth, clock } = doors;
  await control.write(async (tx) => {
    for (const { username, prenom, nomFamille } of [atelierLenoir, boulangerieMartin])
      await tx.update(users).set({ prenom, nom: nomFamille }).where(eq(users.username, username));
  });
  for (const { username, prenom, nom, email, role, societes } of staff) {
    const known = await control.read((db) => db.$count(users, eq(users.username, username)));
    if (known > 0) continue;
    const ids = await Promise.all(societes.map((owner) => findDemoSociete(control, owner)));
    const password = demoLogins.find((login) => login.username === username)?.password ?? "";
    const passwordHash = await auth.passwords.hash(password);
    const createdAt = clock().at;
    await control.write(async (tx) => {
      const userId = newId();
      const person = { username, prenom, nom, email, emailKey: email, passwordHash, createdAt };
      await tx.insert(users).values({ id: userId, ...person });
      for (const societeId of ids.filter((id) => id !== null)) {
        await assertSeat(tx, societeId, { role, at: createdAt });
        await tx.insert(memberships).values({ userId, societeId, role, createdAt });
      }
    });
  }
}
