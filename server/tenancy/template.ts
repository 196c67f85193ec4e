import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { type Migration, migrate } from "./migrate.ts";
import { dataPaths } from "./paths.ts";
import { writeDurably } from "./write-durably.ts";

/**
 * The bytes of an empty société database at the current schema, in WAL mode. Built once per set of migrations and kept
 * in the data directory: copying it takes 2 ms where migrating a new file takes 25.
 */
export async function readTemplate(
  dataDir: string,
  migrations: readonly Migration[],
): Promise<Buffer> {
  const { root } = dataPaths(dataDir);
  const name = `modele-${fingerprint(migrations)}.db`;
  const path = join(root, name);
  const kept = await readFile(path).catch(() => null);
  if (kept) return kept;

  await removeTemplates(root, () => true);
  const built = join(root, `modele-${process.pid}.tmp`);
  const bytes = await buildTemplate(built, migrations);
  await writeDurably(path, `${path}.tmp`, bytes);
  await removeTemplates(root, (other) => other !== name);
  return bytes;
}

const fingerprint = (migrations: readonly Migration[]) =>
  createHash("sha256").update(JSON.stringify(migrations)).digest("hex").slice(0, 16);

/** Migrated in one file, packed into a second one: the first may keep free pages of a migration. */
async function buildTemplate(path: string, migrations: readonly Migration[]): Promise<Buffer> {
  const loose = createClient({ url: pathToFileURL(path).href, concurrency: 1 });
  const packed = `${path}.packed`;
  try {
    await migrate(loose, migrations);
    await loose.execute({ sql: "VACUUM INTO ?", args: [packed] });
  } finally {
    loose.close();
  }
  const template = createClient({ url: pathToFileURL(packed).href, concurrency: 1 });
  try {
    await template.execute("PRAGMA journal_mode=WAL");
    await template.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  } finally {
    template.close();
  }
  return readFile(packed);
}

async function removeTemplates(root: string, obsolete: (name: string) => boolean): Promise<void> {
  const names = (await readdir(root)).filter((name) => name.startsWith("modele-"));
  await Promise.all(names.filter(obsolete).map((name) => rm(join(root, name), { force: true })));
}
