import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { memberships } from "#db/control/schema/memberships";
import { users } from "#db/control/schema/users";
import { assertPassword } from "#server/auth/assert-password";
import { findDemonstration } from "#server/demonstration/find-demonstration";
import { retireDemonstration } from "#server/demonstration/retire-demonstration";
import { displayName } from "#server/domain/display-name";
import { Refusal } from "#server/domain/refusal";
import type { Acting, EquipeDoors } from "#server/equipe/equipe-doors";
import { auditMembre, tellMembre } from "#server/equipe/note-membre";
import { newId } from "#server/id";
import type { By } from "#server/journal/recorded";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { accountErased } from "#server/mail/templates/account-erased";
import type { ControlTx } from "#server/tenancy/control";
import type { Doer } from "./doer.ts";
import { forgetTraces } from "./forget-traces.ts";
import { listPlaces } from "./list-places.ts";

type Erasure = {
  /** The one in force, typed again. */
  readonly password: string;
  /** User-Agent, as sent. */
  readonly agent: string;
};

/**
 * Erases somebody's account (GDPR art. 17.1), in one transaction: their places, sessions, factors, links and mails go, and
 * their row keeps an id under names of nobody's. Journals and issued documents keep the name they were written with, as
 * the law asks (GDPR art. 17.3.b; C. com. L123-22). Their address can register again.
 *
 * @throws Refusal PASSWORD_WRONG, TOO_MANY_ATTEMPTS, TOO_BUSY, ACCOUNT_NEEDED naming the `societes` nobody else administers
 */
export async function eraseAccount(
  doors: EquipeDoors,
  { password, agent }: Erasure,
  { userId, ip, now }: Omit<Doer, "sessionId">,
): Promise<void> {
  const { auth } = doors;
  await assertPassword(auth, { userId, password, ip, now });
  // Of a password nobody knows: whatever is tried is compared as usual.
  const passwordHash = await auth.passwords.hash(randomBytes(32).toString("base64url"));
  const { left, ended } = await auth.control.write(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, userId));
    if (!user) throw new Refusal("SESSION_REQUIRED");
    const by = { actor: { userId, userName: displayName(user) }, now, origin: { ip, agent } };
    const departures = await leaveAll(tx, by);
    const closed = await forgetTraces(tx, auth, user);
    await tx
      .update(users)
      .set({ ...nobody(userId), passwordHash, erasedAt: now.at })
      .where(eq(users.id, userId));
    await tx.insert(audit).values({ id: newId(), at: now.at, action: "user.erased", userId, ip });
    const content = accountErased({ at: now.at });
    await enqueueMail(tx, { to: user.email, content, langue: user.langue }, now.at);
    return { left: departures, ended: closed };
  });
  auth.streams.close(ended);
  auth.mail.wake();
  for (const { acting, fact } of left) await tellMembre(doors, acting, fact);
}

async function leaveAll(tx: ControlTx, by: Required<By>) {
  const { userId, userName } = by.actor;
  const demonstration = await findDemonstration(tx, userId);
  if (demonstration)
    await retireDemonstration(tx, { societeId: demonstration, userId, at: by.now.at });
  const places = await listPlaces(tx, userId);
  const alone = places.filter(({ isAlone }) => isAlone).map(({ nom }) => nom);
  if (alone.length > 0) throw new Refusal("ACCOUNT_NEEDED", { societes: alone.join(", ") });
  const departures = places.map(({ societeId, role }) => ({
    acting: { societeId, by } satisfies Acting,
    fact: { kind: "membre.left" as const, entityId: userId, payload: { nom: userName, role } },
  }));
  for (const { acting, fact } of departures) await auditMembre(tx, acting, fact);
  await tx.delete(memberships).where(eq(memberships.userId, userId));
  return departures;
}

/** Unique, never deliverable (RFC 2606), and longer than any username somebody may choose. */
const nobody = (userId: string) => ({
  email: `${userId}@efface.invalid`,
  emailKey: `${userId}@efface.invalid`,
  username: `efface-${userId}`,
  prenom: null,
  nom: null,
  isSuperAdmin: false,
  emailVerifiedAt: null,
  totpSecret: null,
  totpStep: null,
  totpPending: null,
});
