import { randomBytes } from "node:crypto";
import { eq, or } from "drizzle-orm";
import { memberships } from "#db/control/schema/memberships";
import { users } from "#db/control/schema/users";
import { createPasswords } from "#server/auth/passwords";
import { keyOfEmail } from "#server/auth/read-identity";
import { noAddressOf } from "#server/domain/no-address";
import { newId } from "#server/id";
import type { ControlTx } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import type { ImportedUser } from "./convert-user.ts";
import type { Converted } from "./take-rows.ts";

/** What became of somebody: `reason` refuses them, `flags` tell what was changed. */
type Admitted = {
  readonly key: string;
  readonly reason: string | null;
  readonly flags: readonly string[];
};

/** The hash of a password nobody knows, for accounts whose own cannot be read. */
export const unknownPassword = (): Promise<string> =>
  createPasswords().hash(randomBytes(24).toString("base64url"));

/**
 * Opens the accounts of a société just made. A username somebody has already is numbered; an address somebody has already
 * is refused: its owner is invited from the page of the team. Without an administrator, the first becomes one.
 */
export async function admitUsers(
  tx: ControlTx,
  societeId: SocieteId,
  people: readonly Converted<ImportedUser>[],
  { at, lostPassword }: { readonly at: number; readonly lostPassword: string },
): Promise<Admitted[]> {
  const firstAdmin = people.some(
    ({ verdict }) => "taken" in verdict && verdict.taken.role === "admin",
  );
  let needsAdmin = !firstAdmin;
  const admitted: Admitted[] = [];
  for (const { key, verdict } of people) {
    if ("refused" in verdict) {
      admitted.push({ key, reason: verdict.refused, flags: [] });
      continue;
    }
    const { taken, flags } = verdict;
    const role = needsAdmin ? "admin" : taken.role;
    const username = await freeUsername(tx, taken.username);
    const userId = await openAccount(tx, { ...taken, username, at, lostPassword });
    if (userId === null) {
      admitted.push({ key, reason: "its address has an account here already", flags: [] });
      continue;
    }
    await tx.insert(memberships).values({ userId, societeId, role, createdAt: at });
    const more = [
      ...(username === taken.username ? [] : [`its username was taken: it logs in as ${username}`]),
      ...(needsAdmin ? ["nobody was an administrator: it is one now"] : []),
    ];
    needsAdmin = false;
    admitted.push({ key, reason: null, flags: [...flags, ...more] });
  }
  return admitted;
}

type Account = ImportedUser & { readonly at: number; readonly lostPassword: string };

/** @returns null when its address is somebody's already */
async function openAccount(tx: ControlTx, account: Account): Promise<string | null> {
  const { email, username, passwordHash, lostPassword, prenom, nom, at } = account;
  const id = newId();
  const address = email ?? noAddressOf(id);
  const emailKey = keyOfEmail(address);
  const isKnown = or(eq(users.emailKey, emailKey), eq(users.email, address));
  if ((await tx.$count(users, isKnown)) > 0) return null;
  await tx.insert(users).values({
    id,
    email: address,
    emailKey,
    username,
    passwordHash: passwordHash ?? lostPassword,
    prenom,
    nom,
    createdAt: at,
  });
  return id;
}

const longest = 32;

async function freeUsername(tx: ControlTx, wanted: string): Promise<string> {
  for (let rank = 1; ; rank++) {
    const suffix = rank === 1 ? "" : `-${rank}`;
    const username = wanted.slice(0, longest - suffix.length) + suffix;
    if ((await tx.$count(users, eq(users.username, username))) === 0) return username;
  }
}
