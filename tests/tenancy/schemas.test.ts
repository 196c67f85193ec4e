import { is, type SQL, sql } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import { controlSchema } from "#db/control/schema";
import { tenantSchema } from "#db/tenant/schema";
import { aDataDir } from "./a-data-dir.ts";
import { aSociete, aTenancy } from "./a-tenancy.ts";

const tablesOf = (schema: Record<string, unknown>) =>
  Object.values(schema)
    .filter((each): each is SQLiteTable => is(each, SQLiteTable))
    .map((table) => getTableConfig(table));

type Found = { name: string; type: string; notnull: number; pk: number; hidden: number };
type Ask = <T>(query: SQL) => Promise<T[]>;

/** Name, type and presence of each column, by the file and by the schema. A computed column is never declared NOT NULL. */
async function compare(ask: Ask, { name, columns }: ReturnType<typeof getTableConfig>) {
  const found = await ask<Found>(sql`SELECT * FROM pragma_table_xinfo(${name}) ORDER BY name`);
  const described = new Map(columns.map((column) => [column.name, column]));
  expect(
    found.map(({ name, type, notnull, pk, hidden }) => {
      const computed = hidden > 0 && described.get(name)?.notNull;
      return { name, type, required: computed || notnull === 1 || pk > 0 };
    }),
    name,
  ).toEqual(
    columns
      .map((each) => ({
        name: each.name,
        type: each.getSQLType().toUpperCase(),
        required: each.notNull,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
  const [list] = await ask<{ strict: number }>(sql`SELECT strict FROM pragma_table_list(${name})`);
  expect(list?.strict, name).toBe(1);
}

test("no table name occurs in both databases", () => {
  const names = [...tablesOf(controlSchema), ...tablesOf(tenantSchema)].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test("the tables the migrations make are those the schemas describe, and they are strict", async () => {
  const { control, tenancy } = await aTenancy(await aDataDir());
  const tenant = await aSociete(tenancy);
  for (const table of tablesOf(controlSchema)) {
    await compare((query) => control.read((db) => db.all(query)), table);
  }
  for (const table of tablesOf(tenantSchema)) {
    await compare((query) => tenant.read((db) => db.all(query)), table);
  }
});

test("no foreign key waits for the commit, where it would fail the neighbours' writes too", async () => {
  const { control, tenancy } = await aTenancy(await aDataDir());
  const tenant = await aSociete(tenancy);
  const query = sql`SELECT name FROM sqlite_schema WHERE sql LIKE '%DEFERR%'`;
  expect(await control.read((db) => db.all(query))).toEqual([]);
  expect(await tenant.read((db) => db.all(query))).toEqual([]);
});
