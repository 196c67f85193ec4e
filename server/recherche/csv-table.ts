import { type Column, gt } from "drizzle-orm";
import { byteOrderMark, csvRow } from "#server/domain/csv";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";

/** Rows read at once: a table is never whole in memory. */
export const pageSize = 500;

type Reading<Row> = (db: TenantDb, after: Row | undefined) => Promise<Row[]>;

type Table<Row> = {
  readonly header: readonly string[];
  /** The rows after one of them, in one order, `pageSize` at most. */
  readonly read: Reading<Row>;
  readonly cells: (row: Row) => string[];
};

/** A table as CSV: a header, then pieces of many rows. */
export async function* csvTable<Row>(
  tenant: Tenant,
  { header, read, cells }: Table<Row>,
): AsyncGenerator<string, void> {
  yield byteOrderMark + csvRow(header);
  for await (const rows of pagesOf(tenant, read))
    yield rows.map((row) => csvRow(cells(row))).join("");
}

/** The rows of a table, page by page. */
export async function* pagesOf<Row>(
  tenant: Tenant,
  read: Reading<Row>,
): AsyncGenerator<Row[], void> {
  let after: Row | undefined;
  do {
    const rows = await tenant.read((db) => read(db, after));
    if (rows.length > 0) yield rows;
    after = rows.length === pageSize ? rows.at(-1) : undefined;
  } while (after);
}

/** « after » nothing is everything. */
export const past = (column: Column, value: string | number | undefined) =>
  value === undefined ? undefined : gt(column, value);
