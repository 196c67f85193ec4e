import { eq } from "drizzle-orm";
import { societesReprises } from "#db/control/schema/societes-reprises";
import { clients } from "#db/tenant/schema/clients";
import { produits } from "#db/tenant/schema/produits";
import type { By } from "#server/journal/recorded";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";
import { continueSeries } from "./continue-series.ts";
import { convertClient } from "./convert-client.ts";
import { convertFacture, type FactureChoices, type ImportedFacture } from "./convert-facture.ts";
import { convertProduit } from "./convert-produit.ts";
import type { ImportedSociete } from "./convert-societe.ts";
import { convertUser } from "./convert-user.ts";
import { type LegacyRow, type LegacyScope, type LegacySource, pagesOf } from "./legacy-source.ts";
import { openSociete, type RepriseDoors } from "./open-societe.ts";
import type { Mapping, ObjectMapping } from "./recognise.ts";
import { createTally, type SocieteReport, type Tally } from "./report.ts";
import { type Converted, type Taken, takeRows } from "./take-rows.ts";
import { keyOf, reading, type Verdict } from "./verdict.ts";
import { writeFactures } from "./write-factures.ts";

export type SocieteSource = {
  readonly source: LegacySource;
  readonly mapping: Mapping;
  readonly choices: FactureChoices;
  /** Key of the société there; "" where the installation was of one. */
  readonly cle: string;
  /** Value of `societe_id` in its rows; null where they bear none. */
  readonly owner: unknown;
  readonly societe: ImportedSociete;
};

type Kind = "client" | "produit" | "facture" | "user";

/**
 * Takes one société of the former installation, or goes on where an earlier run stopped: its accounts, clients, produits,
 * factures and their lignes, then its numbering.
 */
export async function importSociete(
  doors: RepriseDoors,
  from: SocieteSource,
  by: By,
): Promise<SocieteReport> {
  const tally = createTally();
  const { source, cle, societe } = from;
  const people = await peopleOf(from);
  const opening = { source: source.name, cle, societe, people, tally, at: by.now.at };
  const societeId = await openSociete(doors, opening);
  const tenant = doors.tenancy.openTenant(societeId);
  await takeAll(tenant, from, { tally, by });
  const series = await continueSeries(tenant, by);
  await doors.control.write((tx) =>
    tx
      .update(societesReprises)
      .set({ doneAt: by.now.at })
      .where(eq(societesReprises.societeId, societeId)),
  );
  return { cle, nom: societe.nom, societeId, objects: tally.objects(), series };
}

type Taking = { readonly tally: Tally; readonly by: By };

async function takeAll(tenant: Tenant, from: SocieteSource, { tally, by }: Taking): Promise<void> {
  const { at } = by.now;
  for await (const rows of convertedPages(from, "client", convertClient)) {
    const write = (tx: TenantTx, taken: readonly Taken<ColumnsOf<typeof convertClient>>[]) =>
      nothingRefused(
        tx
          .insert(clients)
          .values(taken.map(({ id, row }) => ({ id, ...row, createdAt: at, updatedAt: at }))),
      );
    await takeRows(tenant, { objet: "client", rows, tally, write }, by);
  }
  for await (const rows of convertedPages(from, "produit", convertProduit)) {
    const write = (tx: TenantTx, taken: readonly Taken<ColumnsOf<typeof convertProduit>>[]) =>
      nothingRefused(
        tx
          .insert(produits)
          .values(taken.map(({ id, row }) => ({ id, ...row, createdAt: at, updatedAt: at }))),
      );
    await takeRows(tenant, { objet: "produit", rows, tally, write }, by);
  }
  for await (const rows of facturePages(from)) {
    const write = (tx: TenantTx, taken: readonly Taken<ImportedFacture>[]) =>
      writeFactures(tx, taken, by);
    await takeRows(tenant, { objet: "facture", rows, tally, write }, by);
  }
}

type ColumnsOf<F extends (...args: never[]) => Verdict<unknown>> = Extract<
  ReturnType<F>,
  { taken: unknown }
>["taken"];

async function nothingRefused(written: PromiseLike<unknown>): Promise<ReadonlyMap<string, string>> {
  await written;
  return new Map();
}

/** What a dry run tells: the same conversions, nothing written, no number compared with those kept here. */
export async function rehearseSociete(from: SocieteSource): Promise<SocieteReport> {
  const tally = createTally();
  const tell = (object: Kind, rows: readonly Converted<unknown>[]) => {
    for (const { key, verdict } of rows)
      if ("refused" in verdict) tally.refused(object, key, verdict.refused);
      else tally.taken(object, key, verdict.flags);
  };
  tell("user", await peopleOf(from));
  for await (const rows of convertedPages(from, "client", convertClient)) tell("client", rows);
  for await (const rows of convertedPages(from, "produit", convertProduit)) tell("produit", rows);
  const seen = new Set<string>();
  for await (const rows of facturePages(from))
    tell(
      "facture",
      rows.map((row) => oncePerNumber(row, seen)),
    );
  const { cle, societe } = from;
  return { cle, nom: societe.nom, societeId: null, objects: tally.objects(), series: [] };
}

function oncePerNumber(
  one: Converted<ImportedFacture>,
  seen: Set<string>,
): Converted<ImportedFacture> {
  if ("refused" in one.verdict) return one;
  const { number } = one.verdict.taken;
  if (seen.has(number))
    return { key: one.key, verdict: { refused: `another document bears the number ${number}` } };
  seen.add(number);
  return one;
}

async function peopleOf(from: SocieteSource) {
  const people: Converted<ColumnsOf<typeof convertUser>>[] = [];
  for await (const rows of convertedPages(from, "user", convertUser)) people.push(...rows);
  return people;
}

async function* convertedPages<K extends "client" | "produit" | "user", T>(
  from: SocieteSource,
  kind: K,
  convert: (read: ReturnType<typeof reading<K>>) => Verdict<T>,
): AsyncGenerator<Converted<T>[], void> {
  const mapping = from.mapping[kind] as ObjectMapping<K> | undefined;
  if (!mapping) return;
  for await (const rows of pages(from, kind))
    yield rows.map((row) => ({
      key: rowKey(mapping, row),
      verdict: convert(reading(mapping, row)),
    }));
}

async function* facturePages(
  from: SocieteSource,
): AsyncGenerator<Converted<ImportedFacture>[], void> {
  const { facture, ligne } = from.mapping;
  if (!facture) return;
  for await (const rows of pages(from, "facture")) {
    const lignes = await lignesOf(from, rows);
    yield rows.map((row) => {
      const key = rowKey(facture, row);
      const own = ligne ? (lignes.get(key) ?? []).map((one) => reading(ligne, one)) : [];
      return { key, verdict: convertFacture(reading(facture, row), own, from.choices) };
    });
  }
}

const rowKey = ({ columns }: Pick<ObjectMapping<"client">, "columns">, row: LegacyRow) =>
  keyOf(row[columns.id ?? "id"]);

function pages({ source, mapping, owner }: SocieteSource, kind: Kind) {
  const { table = "", columns = {} } = mapping[kind] ?? {};
  const { id = "id", societeId } = columns as { id?: string; societeId?: string };
  const of: LegacyScope | undefined =
    owner === null || societeId === undefined ? undefined : { column: societeId, value: owner };
  return pagesOf(source, table, { by: id, of });
}

async function lignesOf({ source, mapping }: SocieteSource, rows: readonly LegacyRow[]) {
  const { facture, ligne } = mapping;
  const by = ligne?.columns.factureId;
  const found = new Map<string, LegacyRow[]>();
  if (!facture || !ligne || by === undefined) return found;
  const keys = rows.map((row) => row[facture.columns.id ?? "id"]);
  for (const row of await source.matching(ligne.table, { by, keys, order: ligne.columns.id })) {
    const key = keyOf(row[by]);
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}
