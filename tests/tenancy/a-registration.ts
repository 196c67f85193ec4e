import { memberships } from "#db/control/schema/memberships";
import { users } from "#db/control/schema/users";
import { newId } from "#server/id";
import type { Provision } from "#server/tenancy/provision";

export const at = Date.UTC(2026, 2, 2, 9);

/** A registration as the auth door makes it: a user and its membership, with the société or not at all. */
export function aRegistration(email: string, nom = "Boulangerie Martin"): Provision<string> {
  return {
    nom,
    slug: nom.toLowerCase().replaceAll(" ", "-"),
    at,
    async admit(tx, societeId) {
      const userId = newId();
      await tx.insert(users).values({
        id: userId,
        email,
        emailKey: email.toLowerCase(),
        username: email.split("@")[0] ?? email,
        passwordHash: "$argon2id$",
        createdAt: at,
      });
      await tx.insert(memberships).values({ userId, societeId, role: "admin", createdAt: at });
      return userId;
    },
  };
}
