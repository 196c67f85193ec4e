import type { LegacyRow, LegacySource, LegacyTable } from "./legacy-source.ts";

/** What tells one SQL from another. */
export type Dialect = {
  readonly kind: LegacySource["kind"];
  readonly name: string;
  /** Around a name. */
  readonly quote: '"' | "`";
  /** Of the nth value, from 1. */
  placeholder(rank: number): string;
  query(sql: string, values: readonly unknown[]): Promise<readonly LegacyRow[]>;
  /** Rows of `table_name`, `column_name`, in the order of the columns. */
  columns(): Promise<readonly LegacyRow[]>;
  close(): Promise<void>;
};

/** A database read through its driver: the statements are the same everywhere but for their quotes and placeholders. */
export function createSqlSource(dialect: Dialect): LegacySource {
  const { kind, name, query, close } = dialect;
  const quoted = (identifier: string) => {
    const { quote } = dialect;
    return `${quote}${identifier.replaceAll(quote, quote + quote)}${quote}`;
  };
  return {
    kind,
    name,
    close: () => close(),
    tables: async () => tablesOf(await dialect.columns()),
    page: ({ table, by, after, limit, of }) => {
      const conditions = [
        ...(of ? [[of.column, "=", of.value] as const] : []),
        ...(after === null || after === undefined ? [] : [[by, ">", after] as const]),
      ];
      const where = conditions
        .map(([column, sign], i) => `${quoted(column)} ${sign} ${dialect.placeholder(i + 1)}`)
        .join(" AND ");
      return query(
        `SELECT * FROM ${quoted(table)} ${where && `WHERE ${where}`} ORDER BY ${quoted(by)} LIMIT ${limit}`,
        conditions.map(([, , value]) => value),
      );
    },
    matching: async (table, { by, keys, order }) => {
      if (keys.length === 0) return [];
      const places = keys.map((_, index) => dialect.placeholder(index + 1)).join(", ");
      const sorted = order === undefined ? "" : `ORDER BY ${quoted(order)}`;
      const where = `WHERE ${quoted(by)} IN (${places})`;
      return query(`SELECT * FROM ${quoted(table)} ${where} ${sorted}`, keys);
    },
  };
}

function tablesOf(rows: readonly LegacyRow[]): LegacyTable[] {
  const tables = new Map<string, string[]>();
  for (const row of rows) {
    const name = String(row["table_name"]);
    tables.set(name, [...(tables.get(name) ?? []), String(row["column_name"])]);
  }
  return [...tables].map(([name, columns]) => ({ name, columns }));
}
