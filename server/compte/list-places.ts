import { and, asc, eq } from "drizzle-orm";
import { memberships } from "#db/control/schema/memberships";
import { societes } from "#db/control/schema/societes";
import { hasOtherAdmin } from "#server/equipe/assert-other-admin";
import type { ControlDb, ControlTx } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";

/** The sociétés a person is in, but for a demonstration, which is theirs alone, and in which of them nobody else administers. */
export async function listPlaces(db: ControlDb | ControlTx, userId: string) {
  const rows = await db
    .select({ membership: memberships, nom: societes.nom })
    .from(memberships)
    .innerJoin(societes, eq(societes.id, memberships.societeId))
    .where(and(eq(memberships.userId, userId), eq(societes.isDemonstration, false)))
    .orderBy(asc(societes.nom));
  const places = rows.map(async ({ membership, nom }) => {
    const { societeId, role } = membership;
    const isAlone = role === "admin" && !(await hasOtherAdmin(db, societeId, userId));
    return { ...membership, societeId: societeId as SocieteId, nom, isAlone };
  });
  return Promise.all(places);
}
