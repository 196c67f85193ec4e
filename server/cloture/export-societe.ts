import { and, asc, eq, gt } from "drizzle-orm";
import { emissions } from "#db/tenant/schema/emissions";
import { factures } from "#db/tenant/schema/factures";
import { exportClients } from "#server/clients/export-clients";
import type { Moment } from "#server/domain/calendar-day";
import type { FactureType } from "#server/domain/facture";
import { exportFactures } from "#server/factures/export-factures";
import { log } from "#server/log";
import { exportProduits } from "#server/produits/export-produits";
import type { SocieteId, Tenant } from "#server/tenancy/tenant";
import { exportJournal, exportReglements } from "./export-tables.ts";

/** A file of the export: its path in it, and what it holds, whole or in pieces. */
export type ExportEntry = {
  readonly name: string;
  readonly input: string | Uint8Array | AsyncIterable<string>;
  readonly lastModified: Date;
};

type Doors = {
  readonly tenant: Tenant;
  /** Draws and archives what is not yet. */
  readonly openPdf: (societeId: SocieteId, factureId: string) => Promise<Uint8Array>;
};

/** Documents read at once, with their XML. */
const pageSize = 50;

const everything = {
  ...{ q: "", type: null, status: null, settlement: null, clientId: null, from: null, until: null },
  ...{ dueFrom: null, dueUntil: null, paidFrom: null, paidUntil: null, minTtc: null, maxTtc: null },
  sight: null,
};

/**
 * All that a société keeps, file by file, each made when it is taken: registers as CSV, the journal as JSON lines, then
 * the PDF and the XML of every document issued here. What could not be taken is named in a last file.
 */
export async function* exportSociete(
  { tenant, openPdf }: Doors,
  now: Moment,
): AsyncGenerator<ExportEntry, void> {
  const lastModified = new Date(now.at);
  const entry = (name: string, input: ExportEntry["input"]) => ({ name, input, lastModified });
  yield entry("factures.csv", exportFactures(tenant, everything, now.today));
  yield entry("clients.csv", exportClients(tenant));
  yield entry("produits.csv", exportProduits(tenant));
  yield entry("reglements.csv", exportReglements(tenant));
  yield entry("journal.jsonl", exportJournal(tenant));
  const missing: string[] = [];
  for await (const { id, type, number, xml } of documentsOf(tenant)) {
    const path = `${folders[type]}/${fileName(number)}`;
    yield entry(`${path}.xml`, xml);
    const pdf = await openPdf(tenant.societeId, id).catch((err: unknown) => {
      log.error({ societeId: tenant.societeId, factureId: id, err }, "document not exported");
      missing.push(number);
    });
    if (pdf) yield entry(`${path}.pdf`, pdf);
  }
  if (missing.length > 0) yield entry("PDF-MANQUANTS.txt", `${missing.join("\n")}\n`);
}

const folders: Readonly<Record<FactureType, string>> = { facture: "factures", avoir: "avoirs" };

/** A number may hold a stroke, which would be a folder. */
const fileName = (number: string) => number.replace(/[^\w.-]/g, "-");

type Document = {
  readonly id: string;
  readonly type: FactureType;
  readonly number: string;
  readonly xml: string;
};

async function* documentsOf(tenant: Tenant): AsyncGenerator<Document, void> {
  let after = "";
  for (;;) {
    const rows = await tenant.read((db) =>
      db
        .select({
          id: factures.id,
          type: factures.type,
          number: factures.number,
          xml: emissions.xml,
        })
        .from(emissions)
        .innerJoin(factures, eq(factures.id, emissions.factureId))
        .where(and(eq(factures.status, "emise"), gt(factures.id, after)))
        .orderBy(asc(factures.id))
        .limit(pageSize),
    );
    for (const row of rows) yield { ...row, number: row.number ?? row.id };
    const last = rows.at(-1);
    if (rows.length < pageSize || !last) return;
    after = last.id;
  }
}
