import { eq } from "drizzle-orm";
import { memberships } from "#db/control/schema/memberships";
import { users } from "#db/control/schema/users";
import type { Control } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";

/** The société that the demonstration's owner registered; null before. */
export async function findDemoSociete(control: Control, owner: string): Promise<SocieteId | null> {
  const [found] = await control.read((db) =>
    db
      .select({ societeId: memberships.societeId })
      .from(users)
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .where(eq(users.username, owner)),
  );
  return (found?.societeId as SocieteId | undefined) ?? null;
}
