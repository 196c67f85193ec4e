import { and, asc, eq, gte, lt, max, min, sql } from "drizzle-orm";
import { type FactureRow, factures } from "#db/tenant/schema/factures";
import type { Window } from "#server/domain/quota-window";
import type { TenantDb } from "#server/tenancy/tenant";

/** What one numbering gave in the window: how many documents, from which number to which. */
export type SerieCount = {
  readonly serie: FactureRow["serie"];
  readonly count: number;
  readonly first: string;
  readonly last: string;
};

/** Each numbering of the window; one that starts again on the 1st of January counts once a year. */
export async function countBySerie(db: TenantDb, { from, until }: Window): Promise<SerieCount[]> {
  const { serie, exercice, rang, issuedAt, status } = factures;
  const inWindow = and(eq(status, "emise"), gte(issuedAt, from), lt(issuedAt, until));
  const groups = await db
    .select({ serie, exercice, count: sql<number>`count(*)`, first: min(rang), last: max(rang) })
    .from(factures)
    .where(inWindow)
    .groupBy(serie, exercice)
    .orderBy(asc(serie), asc(exercice));
  return Promise.all(
    groups.map(async (group) => ({
      serie: group.serie,
      count: group.count,
      first: await numberAt(db, group, group.first),
      last: await numberAt(db, group, group.last),
    })),
  );
}

type Numbering = Pick<FactureRow, "serie" | "exercice">;

async function numberAt(db: TenantDb, { serie, exercice }: Numbering, rang: number | null) {
  const isIt = and(
    eq(factures.serie, serie),
    eq(factures.exercice, exercice ?? 0),
    eq(factures.rang, rang ?? 0),
  );
  const [found] = await db.select({ number: factures.number }).from(factures).where(isIt);
  return found?.number ?? "";
}
