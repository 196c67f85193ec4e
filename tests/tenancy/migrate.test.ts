import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { societes } from "#db/control/schema/societes";
import { tenantMark } from "#db/tenant/schema/tenant-mark";
import {
  type Migration,
  migrate,
  migrationsFolder,
  readMigrations,
  schemaVersion,
} from "#server/tenancy/migrate";
import { migrateSocietes } from "#server/tenancy/migrate-societes";
import { aDataDir } from "./a-data-dir.ts";
import { aSociete, aTenancy } from "./a-tenancy.ts";
import { foreignProcess } from "./foreign-process.ts";

const parents: Migration = {
  name: "0001_parents.sql",
  sql: `CREATE TABLE parents(id TEXT PRIMARY KEY) STRICT;
    CREATE TABLE children(id TEXT PRIMARY KEY, parent TEXT REFERENCES parents(id)) STRICT;
    CREATE TABLE log(line TEXT) STRICT;
    CREATE TRIGGER parents_logged AFTER INSERT ON parents BEGIN
      INSERT INTO log VALUES ('one; two'); -- a semicolon; inside a trigger
      INSERT INTO log VALUES (NEW.id);
    END;
    INSERT INTO parents VALUES ('p');`,
};

const aClient = async () => {
  const url = pathToFileURL(join(await aDataDir(), "a.db")).href;
  return createClient({ url, concurrency: 1 });
};

/** The migrations of the product and, after them, `sql`. */
async function withOneMore(sql: string): Promise<string> {
  const folder = join(await aDataDir(), "migrations");
  await mkdir(folder);
  const known = await readMigrations(migrationsFolder("tenant"));
  const last = { name: `${String(known.length + 1).padStart(4, "0")}_last.sql`, sql };
  for (const each of [...known, last]) await writeFile(join(folder, each.name), each.sql);
  return folder;
}

test("migrations with triggers are applied in order, and counted in the file", async () => {
  const client = await aClient();
  const more = { name: "0002_more.sql", sql: "ALTER TABLE parents ADD COLUMN nom TEXT" };
  await migrate(client, [parents]);
  await migrate(client, [parents, more]);
  await migrate(client, [parents, more]);
  expect(await schemaVersion(client)).toBe(2);
  const { rows } = await client.execute("SELECT line FROM log");
  expect(rows.map((row) => row["line"])).toEqual(["one; two", "p"]);
  const { rows: keys } = await client.execute("PRAGMA foreign_keys");
  expect(keys[0]?.[0]).toBe(1);
  client.close();
});

test("a migration that fails leaves the file as it was, foreign keys on", async () => {
  const client = await aClient();
  await migrate(client, [parents]);
  const broken = [
    { name: "0002_b.sql", sql: "CREATE TABLE half(id TEXT); CREATE TABLE parents(id TEXT);" },
    { name: "0002_b.sql", sql: "INSERT INTO children VALUES ('c', 'nobody');" },
  ];
  for (const each of broken) {
    await expect(migrate(client, [parents, each])).rejects.toMatchObject({
      code: "MIGRATION_BROKEN",
    });
    expect(await schemaVersion(client)).toBe(1);
    const { rows } = await client.execute(
      "SELECT (SELECT count(*) FROM children) + (SELECT count(*) FROM sqlite_schema WHERE name = 'half')",
    );
    expect(rows[0]?.[0]).toBe(0);
    const { rows: keys } = await client.execute("PRAGMA foreign_keys");
    expect(keys[0]?.[0]).toBe(1);
  }
  client.close();
});

test("two migrations of one number, or a missing one, are refused", async () => {
  const folder = await aDataDir();
  await writeFile(join(folder, "0001_a.sql"), "");
  await writeFile(join(folder, "0001_b.sql"), "");
  await expect(readMigrations(folder)).rejects.toMatchObject({ code: "MIGRATION_NAMES" });
  const other = await aDataDir();
  await writeFile(join(other, "0002_a.sql"), "");
  await expect(readMigrations(other)).rejects.toMatchObject({ code: "MIGRATION_NAMES" });
});

test("sociétés of an older schema are migrated when opened, and the console is told", async () => {
  const dataDir = await aDataDir();
  const old = await aTenancy(dataDir);
  const tenant = await aSociete(old.tenancy);
  await old.close();

  const migrationsDir = await withOneMore("CREATE TABLE nouveautes(id TEXT PRIMARY KEY) STRICT;");
  const young = await aTenancy(dataDir, { migrationsDir });
  await aSociete(young.tenancy); // from a template at the new schema
  const seen: string[] = [];
  const run = () =>
    migrateSocietes(young.control, young.tenancy, {
      onProgress: (done, total, slug) => seen.push(`${done}/${total} ${slug}`),
    });
  const other = await migrateSocietes(young.control, young.tenancy, { canaries: ["nobody"] });
  expect(other).toEqual({ done: 1, failed: [], unknown: ["nobody"], left: 1 });
  expect(await run()).toEqual({ done: 2, failed: [], unknown: [], left: 0 });
  expect(seen).toEqual([expect.stringMatching(/^1\/1 /)]); // the other one had nothing to do
  await young.tenancy.close();
  const rows = await young.control.read((db) =>
    db.select({ state: societes.migrationState, v: societes.schemaVersion }).from(societes),
  );
  expect(new Set(rows.map(({ v }) => v)).size).toBe(1);
  expect(rows.every(({ state }) => state === "up_to_date")).toBe(true);
  await young.close();

  // the old program again: it must not touch a file it does not know
  const back = await aTenancy(dataDir);
  const again = back.tenancy.openTenant(tenant.societeId);
  await expect(again.read((db) => db.select().from(tenantMark))).rejects.toMatchObject({
    code: "SOCIETE_UNAVAILABLE",
    cause: { message: expect.stringContaining("TENANT_NEWER_SCHEMA") },
  });
});

test("a migration that fails in one société leaves it unavailable, unchanged, and says why", async () => {
  const dataDir = await aDataDir();
  const old = await aTenancy(dataDir);
  const [good, bad] = [await aSociete(old.tenancy), await aSociete(old.tenancy)];
  await old.close();

  const { control, tenancy, close } = await aTenancy(dataDir, {
    migrationsDir: await withOneMore(
      `CREATE TABLE nouveautes(id TEXT CHECK (id <> '${bad.societeId}')) STRICT;
       INSERT INTO nouveautes SELECT societe_id FROM _tenant;`,
    ),
  });
  const report = await migrateSocietes(control, tenancy);
  expect(report.done).toBe(1);
  expect(report.failed).toEqual([expect.stringMatching(/MIGRATION_BROKEN.*_last\.sql/)]);
  await tenancy.openTenant(good.societeId).read((db) => db.select().from(tenantMark));
  await tenancy.close();
  const [row] = await control.read((db) =>
    db.select().from(societes).where(eq(societes.id, bad.societeId)),
  );
  expect(row?.migrationState).toBe("failed");
  expect(row?.migrationError).toContain("MIGRATION_BROKEN");
  await close();

  const back = await aTenancy(dataDir); // the old program still serves it
  const mark = await back.tenancy
    .openTenant(bad.societeId)
    .read((db) => db.select().from(tenantMark));
  expect(mark).toHaveLength(1);
});

test("a run cut short is taken up where it was, and a first wave that fails too often stops the rest", async () => {
  const dataDir = await aDataDir();
  const old = await aTenancy(dataDir);
  const all: string[] = [];
  for (let i = 0; i < 14; i++) all.push((await aSociete(old.tenancy)).societeId);
  await old.close();
  all.sort();
  const bad = all.slice(0, 3).map((id) => `'${id}'`);
  const sabotaged = await aTenancy(dataDir, {
    migrationsDir: await withOneMore(
      `CREATE TABLE nouveautes(id TEXT CHECK (id NOT IN (${bad.join()}))) STRICT;
       INSERT INTO nouveautes SELECT societe_id FROM _tenant;`,
    ),
  });
  const first = await migrateSocietes(sabotaged.control, sabotaged.tenancy);
  expect(first).toMatchObject({ done: 7, left: 4 });
  expect(first.failed).toHaveLength(3);
  const tried: string[] = [];
  const second = await migrateSocietes(sabotaged.control, sabotaged.tenancy, {
    insists: true,
    onProgress: (_done, total, slug) => tried.push(`${total} ${slug}`),
  });
  expect(second).toMatchObject({ done: 11, left: 0 });
  expect(tried).toHaveLength(7); // the three that fail, and the four that were left
});

test("a fleet whose migration is killed twice ends migrated, each société once", async () => {
  const dataDir = await aDataDir();
  const old = await aTenancy(dataDir);
  for (let i = 0; i < 24; i++) await aSociete(old.tenancy);
  await old.close();
  const migrationsDir = await withOneMore("CREATE TABLE nouveautes(id TEXT PRIMARY KEY) STRICT;");
  for (const after of ["1", "9"]) {
    const child = await foreignProcess("migrate-fleet.ts", [dataDir, migrationsDir, after]);
    expect(await child.exited()).toBeNull(); // killed
    expect(child.errors()).toBe("");
  }
  const young = await aTenancy(dataDir, { migrationsDir });
  const report = await migrateSocietes(young.control, young.tenancy);
  expect(report).toEqual({ done: 24, failed: [], unknown: [], left: 0 });
  await young.tenancy.close();
  const rows = await young.control.read((db) => db.select().from(societes));
  const behind = rows.filter((row) => row.migrationState !== "up_to_date");
  expect(behind).toEqual([]);
  expect(new Set(rows.map((row) => row.schemaVersion)).size).toBe(1);
});
