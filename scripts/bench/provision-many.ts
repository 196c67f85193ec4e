import { mkdir } from "node:fs/promises";
import path from "node:path";
import { memberships } from "#db/control/schema/memberships";
import { sessions } from "#db/control/schema/sessions";
import { societes } from "#db/control/schema/societes";
import { type User, users } from "#db/control/schema/users";
import { hashToken } from "#server/auth/session-token";
import { openAbonnement, openingTerms } from "#server/billing/open-abonnement";
import type { Doors } from "#server/doors";
import { newId } from "#server/id";
import { furnishSociete } from "#server/societe/furnish-societe";
import type { ControlTx } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { writeDurably } from "#server/tenancy/write-durably";

const day = 86_400_000;

/** What a browser keeps: 43 characters, known from the rank of the société. */
export const tokenOf = (rank: number): string => `locataire-${rank}`.padEnd(43, "_");
export const staffToken = "operateur".padEnd(43, "_");

/** How many things are made, and how many at the same time. */
export type Dose = { readonly count: number; readonly together: number };

/** @returns how many a second */
async function rateOfMaking(
  { count, together }: Dose,
  make: (i: number) => Promise<unknown>,
): Promise<number> {
  const began = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < count) await make(next++);
  };
  await Promise.all(Array.from({ length: together }, worker));
  return (count / (performance.now() - began)) * 1_000;
}

/** The limit: the same template written, synced, renamed, its folder synced, and nothing else. */
export async function rateOfCopies(folder: string, template: Uint8Array, dose: Dose) {
  await mkdir(folder, { recursive: true });
  return rateOfMaking(dose, () => {
    const file = path.join(folder, `${newId()}.db`);
    return writeDurably(file, `${file}.tmp`, template);
  });
}

/**
 * Sociétés `from` and following, as a registration makes them and with a session of their owner; the hash of a password,
 * the check of its strength and the mail left out.
 */
export function rateOfProvisions(doors: Doors, from: number, dose: Dose): Promise<number> {
  return rateOfMaking(dose, (i) => provisionOne(doors, from + i));
}

async function provisionOne({ control, tenancy, clock }: Doors, rank: number): Promise<void> {
  const { at } = clock();
  const slug = `locataire-${rank}`;
  const [nom, email] = [`Locataire ${rank}`, `${slug}@mesure.example`];
  const terms = await control.read((db) => openingTerms(db, at));
  await tenancy.provision({
    ...{ nom, slug, at },
    furnish: (tx) => furnishSociete(tx, { nom, email, at, terms }),
    async admit(tx, societeId) {
      const person = { username: slug, email, isSuperAdmin: false };
      const userId = await admitPerson(tx, person, at);
      await openAbonnement(tx, societeId, { at, copied: terms });
      await tx.insert(memberships).values({ userId, societeId, role: "admin", createdAt: at });
      await openSession(tx, { token: tokenOf(rank), userId, societeId, at });
    },
  });
}

/** One of the operator's staff, who gave a second factor. */
export async function admitStaff({ control, clock }: Doors): Promise<void> {
  const { at } = clock();
  const person = { username: "mesureur", email: "mesureur@mesure.example", isSuperAdmin: true };
  await control.write(async (tx) => {
    const userId = await admitPerson(tx, person, at);
    await openSession(tx, { token: staffToken, userId, societeId: null, at });
  });
}

type Person = Pick<User, "username" | "email" | "isSuperAdmin">;

async function admitPerson(tx: ControlTx, person: Person, at: number): Promise<string> {
  const id = newId();
  const account = { id, ...person, emailKey: person.email, passwordHash: "", createdAt: at };
  await tx.insert(users).values(account);
  return id;
}

type Opened = {
  readonly token: string;
  readonly userId: string;
  readonly societeId: SocieteId | null;
  readonly at: number;
};

async function openSession(tx: ControlTx, { token, at, ...whose }: Opened): Promise<void> {
  const expiresAt = Math.floor((at + day) / 1_000);
  const times = { createdAt: at, lastSeenAt: at, secondFactorAt: at, expiresAt };
  await tx.insert(sessions).values({ id: hashToken(token), ...whose, ...times });
}

/** Has the console's figures of every société measured, as the service does little by little. */
export async function measureAll({ control, releves }: Doors): Promise<void> {
  const made = await control.read((db) => db.select({ id: societes.id }).from(societes));
  await rateOfMaking({ count: made.length, together: 8 }, (i) =>
    releves.measure(made[i]?.id as SocieteId),
  );
}
