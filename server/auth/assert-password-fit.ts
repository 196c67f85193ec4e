import { eq } from "drizzle-orm";
import { memberships } from "#db/control/schema/memberships";
import { societes } from "#db/control/schema/societes";
import { type User, users } from "#db/control/schema/users";
import { Refusal } from "#server/domain/refusal";
import type { Control } from "#server/tenancy/control";
import { problemOfPassword } from "./password-policy.ts";

/**
 * Whether this person may take that password: their own names and those of their sociétés are what is tried first.
 *
 * @throws Refusal PASSWORD_REFUSED with its problem on `password`
 */
export async function assertPasswordFit(
  control: Control,
  userId: string,
  password: string,
): Promise<User> {
  const rows = await control.read((db) =>
    db
      .select({ user: users, nomSociete: societes.nom })
      .from(users)
      .leftJoin(memberships, eq(memberships.userId, users.id))
      .leftJoin(societes, eq(societes.id, memberships.societeId))
      .where(eq(users.id, userId)),
  );
  const [first] = rows;
  if (!first) throw new Refusal("SESSION_REQUIRED");
  const { user } = first;
  const names = [user.username, user.email, user.prenom, user.nom];
  const identity = [...names, ...rows.map(({ nomSociete }) => nomSociete)];
  const code = await problemOfPassword(password, {
    identity: identity.filter((name) => name !== null),
    isSuperAdmin: user.isSuperAdmin,
  });
  if (code) throw new Refusal("PASSWORD_REFUSED", {}, [{ field: "password", code }]);
  return user;
}
