import { and, asc, eq, gt, sql } from "drizzle-orm";
import { compteurs } from "#db/tenant/schema/compteurs";
import { emissions } from "#db/tenant/schema/emissions";
import { factures } from "#db/tenant/schema/factures";
import type { FactureType } from "#server/domain/facture";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";

type NumbersQuery = {
  readonly serie: FactureType;
  /** Year, or 0 for a serie that never resets. */
  readonly exercice: number;
  readonly afterRang: number;
};

const pageSize = 100;

/** The numbering journal: every number of a serie and exercice in order, and the proof that none is missing. */
export function listNumbers(tenant: Tenant, query: NumbersQuery) {
  return tenant.read(async (db) => {
    const rows = await selectNumbers(db, query);
    const page = rows.slice(0, pageSize);
    return {
      rows: page,
      afterRang: rows.length > pageSize ? (page.at(-1)?.rang ?? null) : null,
      proof: await proveGapless(db, query),
      exercices: await db
        .select({
          serie: compteurs.serie,
          exercice: compteurs.exercice,
          dernier: compteurs.dernier,
        })
        .from(compteurs)
        .orderBy(asc(compteurs.serie), asc(compteurs.exercice)),
    };
  });
}

const selectNumbers = (db: TenantDb, { serie, exercice, afterRang }: NumbersQuery) =>
  db
    .select({
      factureId: factures.id,
      rang: sql<number>`${factures.rang}`,
      number: sql<string>`${factures.number}`,
      issuedOn: sql<string>`${factures.issuedOn}`,
      issuedAt: sql<number>`${factures.issuedAt}`,
      issuedByNom: emissions.issuedByNom,
      clientNom: factures.clientNom,
      totalTtc: factures.totalTtc,
    })
    .from(factures)
    .innerJoin(emissions, eq(emissions.factureId, factures.id))
    .where(
      and(eq(factures.serie, serie), eq(factures.exercice, exercice), gt(factures.rang, afterRang)),
    )
    .orderBy(asc(factures.rang))
    .limit(pageSize + 1);

/** Count = last − first + 1, and last = counter: no rank is missing, none was given twice (the index forbids it). */
async function proveGapless(db: TenantDb, { serie, exercice }: NumbersQuery) {
  const [found] = await db
    .select({
      count: sql<number>`count(*)`,
      first: sql<number | null>`min(${factures.rang})`,
      last: sql<number | null>`max(${factures.rang})`,
    })
    .from(factures)
    .where(and(eq(factures.serie, serie), eq(factures.exercice, exercice)));
  const [counter] = await db
    .select({ dernier: compteurs.dernier })
    .from(compteurs)
    .where(and(eq(compteurs.serie, serie), eq(compteurs.exercice, exercice)));
  const { count = 0, first = null, last = null } = found ?? {};
  const dernier = counter?.dernier ?? 0;
  const gaps = first === null || last === null ? 0 : dernier - first + 1 - count;
  return { count, first, last, dernier, gaps };
}
