import { asc, eq } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import { journal } from "#db/tenant/schema/journal";
import { type Reglement, reglements } from "#db/tenant/schema/reglements";
import { csvAmount, csvDay, csvText } from "#server/domain/csv";
import { csvTable, pageSize, pagesOf, past } from "#server/recherche/csv-table";
import type { Tenant } from "#server/tenancy/tenant";

/** Every règlement, with the facture it was received on, as CSV; money given back is negative. */
export function exportReglements(tenant: Tenant): AsyncGenerator<string, void> {
  type Row = { readonly reglement: Reglement; readonly number: string | null };
  return csvTable(tenant, {
    header: ["Facture", "Reçu le", "Montant TTC", "Moyen", "Référence", "Motif", "Saisi par"],
    read: (db, after?: Row) =>
      db
        .select({ reglement: reglements, number: factures.number })
        .from(reglements)
        .innerJoin(factures, eq(factures.id, reglements.factureId))
        .where(past(reglements.id, after?.reglement.id))
        .orderBy(asc(reglements.id))
        .limit(pageSize),
    cells: ({ reglement, number: facture }) => [
      csvText(facture ?? ""),
      csvDay(reglement.receivedOn),
      csvAmount(reglement.amountTtc),
      ...[reglement.method, reglement.reference, reglement.motif].map(csvText),
      csvText(reglement.recordedByNom),
    ],
  });
}

/** The journal, one JSON object a line, with its hashes: the chain can be verified anywhere. */
export async function* exportJournal(tenant: Tenant): AsyncGenerator<string, void> {
  const pages = pagesOf(tenant, (db, after?: typeof journal.$inferSelect) =>
    db
      .select()
      .from(journal)
      .where(past(journal.id, after?.id))
      .orderBy(asc(journal.id))
      .limit(pageSize),
  );
  for await (const rows of pages) yield rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}
