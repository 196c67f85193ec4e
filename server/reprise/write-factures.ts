import { inArray, sql } from "drizzle-orm";
import { type ClientRow, clients } from "#db/tenant/schema/clients";
import { factures } from "#db/tenant/schema/factures";
import { startOfDayInParis } from "#server/domain/calendar";
import { fold } from "#server/domain/search";
import { newId } from "#server/id";
import type { By } from "#server/journal/recorded";
import type { TenantTx } from "#server/tenancy/tenant";
import type { ImportedFacture } from "./convert-facture.ts";
import { knownKeys } from "./known-keys.ts";
import type { Taken } from "./take-rows.ts";

type Buyer = Pick<ClientRow, "id" | "nom">;

/**
 * Writes documents of the former tool as they were: born as brouillons, then numbered with their own numbers (triggers
 * `factures_born`, `factures_drawn`). Nothing is drawn, sent or counted against a quota.
 *
 * @returns those whose number another document already bears
 */
export async function writeFactures(
  tx: TenantTx,
  taken: readonly Taken<ImportedFacture>[],
  by: By,
): Promise<ReadonlyMap<string, string>> {
  const refused = await duplicates(tx, taken);
  const written = taken.filter(({ key }) => !refused.has(key));
  if (written.length === 0) return refused;
  const buyers = await buyersOf(
    tx,
    written.map(({ row }) => row.clientKey),
  );
  const rows = written.map(({ id, row }) => documentRow(id, row, buyers.get(row.clientKey)));
  await insertDocuments(tx, rows, by);
  await insertLignes(tx, written);
  await numberDocuments(tx, rows);
  await insertReglements(tx, written, by);
  return refused;
}

async function duplicates(tx: TenantTx, taken: readonly Taken<ImportedFacture>[]) {
  const numbers = taken.map(({ row }) => row.number);
  const kept = await tx
    .select({ number: factures.number })
    .from(factures)
    .where(inArray(factures.number, numbers));
  const seen = new Set(kept.map(({ number }) => number));
  const refused = new Map<string, string>();
  for (const { key, row } of taken) {
    if (seen.has(row.number)) refused.set(key, `another document bears the number ${row.number}`);
    seen.add(row.number);
  }
  return refused;
}

/** Clients taken before, by their key in the former tool. */
async function buyersOf(
  tx: TenantTx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Buyer>> {
  const ids = await knownKeys(tx, "client", [...new Set(keys)]);
  const rows = await tx
    .select({ id: clients.id, nom: clients.nom })
    .from(clients)
    .where(inArray(clients.id, [...ids.values()]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    [...ids].flatMap(([key, id]) => {
      const buyer = byId.get(id);
      return buyer ? [[key, buyer] as const] : [];
    }),
  );
}

function documentRow(id: string, facture: ImportedFacture, buyer: Buyer | undefined) {
  const { type, number, issuedOn, dueOn, totalHt, totalTva, totalTtc, subject, note } = facture;
  const clientNom = buyer?.nom ?? "";
  const echeance = { mode: "date", on: dueOn ?? issuedOn };
  return {
    ...{ id, type, number, issuedOn, dueOn, totalHt, totalTva, totalTtc, subject, note, echeance },
    ...{ clientId: buyer?.id ?? null, clientNom, clientKey: fold(clientNom) },
    issuedAt: startOfDayInParis(issuedOn),
  };
}

type DocumentRow = ReturnType<typeof documentRow>;

const insertDocuments = (tx: TenantTx, rows: readonly DocumentRow[], { actor, now }: By) =>
  tx.run(sql`
    INSERT INTO factures (id, type, serie, client_id, client_nom, client_key, total_ht, total_tva, total_ttc, subject, note,
      echeance, created_at, created_by, updated_at, updated_by, updated_by_nom)
    SELECT value ->> 'id', value ->> 'type', value ->> 'type', value ->> 'clientId', value ->> 'clientNom',
      value ->> 'clientKey', value ->> 'totalHt', value ->> 'totalTva', value ->> 'totalTtc', value ->> 'subject',
      value ->> 'note', value -> 'echeance', ${now.at}, ${actor.userId}, ${now.at}, ${actor.userId}, ${actor.userName}
    FROM json_each(${JSON.stringify(rows)})`);

/** Numbered at last: from here on nothing of them changes. */
const numberDocuments = (tx: TenantTx, rows: readonly DocumentRow[]) =>
  tx.run(sql`
    UPDATE factures SET status = 'importee', number = value ->> 'number', issued_on = value ->> 'issuedOn',
      issued_at = value ->> 'issuedAt', due_on = value ->> 'dueOn'
    FROM json_each(${JSON.stringify(rows)}) WHERE factures.id = value ->> 'id'`);

async function insertLignes(tx: TenantTx, taken: readonly Taken<ImportedFacture>[]) {
  const keys = taken.flatMap(({ row }) => row.lignes.map(({ produitKey }) => produitKey));
  const produits = await knownKeys(tx, "produit", [...new Set(keys)]);
  const rows = taken.flatMap(({ id, row }) =>
    row.lignes.map(({ produitKey, hasRate: _, ...ligne }, position) => ({
      ...ligne,
      factureId: id,
      position,
      produitId: produits.get(produitKey) ?? null,
    })),
  );
  if (rows.length === 0) return;
  await tx.run(sql`
    INSERT INTO lignes_facture (facture_id, position, kind, designation, description, quantity, unit, unit_price_ht, rate,
      nature, produit_id, net_ht)
    SELECT value ->> 'factureId', value ->> 'position', value ->> 'kind', value ->> 'designation', value ->> 'description',
      value ->> 'quantity', value ->> 'unit', value ->> 'unitPriceHt', value ->> 'rate', value ->> 'nature',
      value ->> 'produitId', value ->> 'netHt'
    FROM json_each(${JSON.stringify(rows)})`);
}

async function insertReglements(
  tx: TenantTx,
  taken: readonly Taken<ImportedFacture>[],
  { actor, now }: By,
) {
  const rows = taken.flatMap(({ id, row }) =>
    row.paidOn === null
      ? []
      : [{ id: newId(), factureId: id, amountTtc: row.totalTtc, receivedOn: row.paidOn }],
  );
  if (rows.length === 0) return;
  await tx.run(sql`
    INSERT INTO reglements (id, facture_id, amount_ttc, method, received_on, reference, recorded_at, recorded_by,
      recorded_by_nom)
    SELECT value ->> 'id', value ->> 'factureId', value ->> 'amountTtc', 'autre', value ->> 'receivedOn', 'Reprise',
      ${now.at}, ${actor.userId}, ${actor.userName}
    FROM json_each(${JSON.stringify(rows)})`);
}
