import { and, eq, ne } from "drizzle-orm";
import { users } from "#db/control/schema/users";
import { readUsername } from "#server/auth/read-identity";
import { readName } from "#server/auth/read-name";
import { type Problem, Refusal } from "#server/domain/refusal";
import type { Control } from "#server/tenancy/control";
import type { Doer } from "./doer.ts";

type Identity = { readonly prenom: string; readonly nom: string; readonly username: string };

/**
 * How a person is called, and the name they log in with. Documents already issued keep the name they bear.
 *
 * @throws Refusal IDENTITY_INVALID with one problem a field, USERNAME_TAKEN
 */
export async function updateIdentity(
  { control }: { readonly control: Control },
  identity: Identity,
  { userId }: Pick<Doer, "userId">,
): Promise<void> {
  const prenom = readName("prenom", identity.prenom);
  const nom = readName("nom", identity.nom);
  const name = readUsername(identity.username);
  const problems = [prenom, nom, name]
    .map(({ problem }) => problem)
    .filter((problem): problem is Problem => problem !== null);
  if (prenom.problem || nom.problem || name.problem)
    throw new Refusal("IDENTITY_INVALID", {}, problems);
  const changes = { prenom: prenom.value || null, nom: nom.value || null, username: name.value };
  await control.write(async (tx) => {
    const isAnothers = and(eq(users.username, changes.username), ne(users.id, userId));
    if ((await tx.$count(users, isAnothers)) > 0)
      throw new Refusal("USERNAME_TAKEN", {}, [{ field: "username", code: "USERNAME_TAKEN" }]);
    await tx.update(users).set(changes).where(eq(users.id, userId));
  });
}
