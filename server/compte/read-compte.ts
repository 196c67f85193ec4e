import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { emailChanges } from "#db/control/schema/email-changes";
import { passkeys } from "#db/control/schema/passkeys";
import { recoveryCodes } from "#db/control/schema/recovery-codes";
import { users } from "#db/control/schema/users";
import { Refusal } from "#server/domain/refusal";
import type { Control } from "#server/tenancy/control";
import type { Doer } from "./doer.ts";

/** Somebody's own account, as its page shows it. Instants in milliseconds UTC. */
export async function readCompte(
  { control }: { readonly control: Control },
  { userId, now }: Pick<Doer, "userId" | "now">,
) {
  return control.read(async (db) => {
    const [user] = await db.select().from(users).where(eq(users.id, userId));
    if (!user) throw new Refusal("SESSION_REQUIRED");
    const [change] = await db
      .select({
        email: emailChanges.email,
        oldConfirmedAt: emailChanges.oldConfirmedAt,
        newConfirmedAt: emailChanges.newConfirmedAt,
      })
      .from(emailChanges)
      .where(and(eq(emailChanges.userId, userId), gt(emailChanges.expiresAt, now.at)));
    const keys = await db
      .select({
        id: passkeys.id,
        nom: passkeys.nom,
        createdAt: passkeys.createdAt,
        lastUsedAt: passkeys.lastUsedAt,
      })
      .from(passkeys)
      .where(eq(passkeys.userId, userId))
      .orderBy(desc(passkeys.createdAt));
    const isUnused = and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt));
    return {
      prenom: user.prenom ?? "",
      nom: user.nom ?? "",
      username: user.username,
      email: user.email,
      isEmailVerified: user.emailVerifiedAt !== null,
      emailChange: change ?? null,
      hasTotp: user.totpSecret !== null,
      passkeys: keys,
      recoveryCodesLeft: await db.$count(recoveryCodes, isUnused),
      isSuperAdmin: user.isSuperAdmin,
    };
  });
}
