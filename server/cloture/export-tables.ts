import { asc, type Column, eq, gt } from "drizzle-orm";
import { clients } from "#db/tenant/schema/clients";
import { factures } from "#db/tenant/schema/factures";
import { journal } from "#db/tenant/schema/journal";
import { produits } from "#db/tenant/schema/produits";
import { type Reglement, reglements } from "#db/tenant/schema/reglements";
import { byteOrderMark, csvAmount, csvDay, csvRow, csvText } from "#server/domain/csv";
import { plainDecimal } from "#server/domain/decimal";
import { formatUnit } from "#server/domain/units";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";

/** Rows read at once: a table is never whole in memory. */
const pageSize = 500;

type Reading<Row> = (db: TenantDb, after: Row | undefined) => Promise<Row[]>;

async function* pagesOf<Row>(tenant: Tenant, read: Reading<Row>): AsyncGenerator<Row[], void> {
  let after: Row | undefined;
  do {
    const rows = await tenant.read((db) => read(db, after));
    if (rows.length > 0) yield rows;
    after = rows.length === pageSize ? rows.at(-1) : undefined;
  } while (after);
}

/** « after » nothing is everything. */
const past = (column: Column, value: string | number | undefined) =>
  value === undefined ? undefined : gt(column, value);

const number = (value: number, scale: number) => plainDecimal(value, scale).replace(".", ",");

async function* csvOf<Row>(
  header: readonly string[],
  pages: AsyncGenerator<Row[], void>,
  cells: (row: Row) => string[],
): AsyncGenerator<string, void> {
  yield byteOrderMark + csvRow(header);
  for await (const rows of pages) yield rows.map((row) => csvRow(cells(row))).join("");
}

/** Every client of the société, archived ones included, as CSV. */
export function exportClients(tenant: Tenant): AsyncGenerator<string, void> {
  const header =
    "Nom;Type;SIREN;SIRET;TVA;E-mail;Téléphone;Adresse;Complément;Code postal;Ville;Pays";
  const pages = pagesOf(tenant, (db, after?: typeof clients.$inferSelect) =>
    db
      .select()
      .from(clients)
      .where(past(clients.seq, after?.seq))
      .orderBy(asc(clients.seq))
      .limit(pageSize),
  );
  return csvOf([...header.split(";"), "Note", "Archivé"], pages, (row) => {
    const { nom, type, siren, siret, tvaNumber, email, phone, line1, line2, zip, city } = row;
    const texts = [nom, type, siren, siret, tvaNumber, email, phone, line1, line2, zip, city];
    return [...texts, row.country, row.note].map(csvText).concat(row.isArchived ? "oui" : "non");
  });
}

/** Every produit of the catalogue, archived ones included, as CSV. */
export function exportProduits(tenant: Tenant): AsyncGenerator<string, void> {
  const header = ["Référence", "Désignation", "Description", "Nature", "Unité"];
  const pages = pagesOf(tenant, (db, after?: typeof produits.$inferSelect) =>
    db
      .select()
      .from(produits)
      .where(past(produits.seq, after?.seq))
      .orderBy(asc(produits.seq))
      .limit(pageSize),
  );
  return csvOf([...header, "Prix unitaire HT", "Taux de TVA", "Archivé"], pages, (row) => [
    ...[row.reference, row.designation, row.description, row.nature, formatUnit(row.unit)].map(
      csvText,
    ),
    number(row.unitPriceHt, 6),
    number(row.rate, 2),
    row.isArchived ? "oui" : "non",
  ]);
}

/** Every règlement, with the facture it was received on, as CSV; money given back is negative. */
export function exportReglements(tenant: Tenant): AsyncGenerator<string, void> {
  const header = ["Facture", "Reçu le", "Montant TTC", "Moyen", "Référence", "Motif", "Saisi par"];
  type Row = { readonly reglement: Reglement; readonly number: string | null };
  const pages = pagesOf(tenant, (db, after?: Row) =>
    db
      .select({ reglement: reglements, number: factures.number })
      .from(reglements)
      .innerJoin(factures, eq(factures.id, reglements.factureId))
      .where(past(reglements.id, after?.reglement.id))
      .orderBy(asc(reglements.id))
      .limit(pageSize),
  );
  return csvOf(header, pages, ({ reglement, number: facture }) => [
    csvText(facture ?? ""),
    csvDay(reglement.receivedOn),
    csvAmount(reglement.amountTtc),
    ...[reglement.method, reglement.reference, reglement.motif].map(csvText),
    csvText(reglement.recordedByNom),
  ]);
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
