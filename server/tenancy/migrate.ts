import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Client, Transaction } from "@libsql/client";
import { TenancyError } from "./tenancy-error.ts";

export type Migration = { readonly name: string; readonly sql: string };

/** In the source tree and beside the build alike: the nearest folder above this file that holds `db/`. */
export function migrationsFolder(database: "control" | "tenant"): string {
  const below = join("db", database, "migrations");
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, below)) && folder !== dirname(folder)) folder = dirname(folder);
  return join(folder, below);
}

/**
 * The migrations of a folder, in order of their number: `0001_clients.sql`, `0002_…`.
 *
 * @throws TenancyError MIGRATION_NAMES when two share a number or one is missing: their count is the schema's version.
 */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  names.forEach((name, index) => {
    if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name) || Number(name.slice(0, 4)) !== index + 1) {
      throw new TenancyError("MIGRATION_NAMES", `${join(folder, name)} is not number ${index + 1}`);
    }
  });
  return Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(join(folder, name), "utf8") })),
  );
}

/** The schema's version in the file itself: how many migrations it has had. */
export async function schemaVersion(
  client: Pick<Client | Transaction, "execute">,
): Promise<number> {
  const { rows } = await client.execute("PRAGMA user_version");
  return Number(rows[0]?.["user_version"]);
}

/**
 * Bring a file to the current schema in one transaction: all of it, or nothing and the old `user_version`.
 * `client` must have a single connection and no transaction open.
 *
 * @throws TenancyError MIGRATION_BROKEN
 */
export async function migrate(client: Client, migrations: readonly Migration[]): Promise<void> {
  if ((await schemaVersion(client)) >= migrations.length) return;
  await client.execute("PRAGMA foreign_keys=OFF"); // refused inside a transaction; checked below instead
  try {
    const transaction = await client.transaction("write");
    try {
      await applyMissing(transaction, migrations);
      await transaction.commit();
    } finally {
      transaction.close();
    }
  } finally {
    await client.execute("PRAGMA foreign_keys=ON");
  }
}

async function applyMissing(transaction: Transaction, migrations: readonly Migration[]) {
  const done = await schemaVersion(transaction); // again: now nobody else can be at it
  for (const { name, sql } of migrations.slice(done)) {
    try {
      await transaction.executeMultiple(sql);
    } catch (cause) {
      throw new TenancyError("MIGRATION_BROKEN", `${name}: ${(cause as Error).message}`, cause);
    }
  }
  const { rows } = await transaction.execute("PRAGMA foreign_key_check");
  if (rows.length > 0) {
    const tables = [...new Set(rows.map((row) => String(row["table"])))].join(", ");
    throw new TenancyError("MIGRATION_BROKEN", `rows without their parent in ${tables}`);
  }
  await transaction.execute(`PRAGMA user_version=${migrations.length}`);
}
