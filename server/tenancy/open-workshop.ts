import { createHash } from "node:crypto";
import { access, readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { createWorkshop, type Workshop } from "./create-workshop.ts";
import { type Migration, migrate } from "./migrate.ts";
import { dataPaths } from "./paths.ts";
import { writeDurably } from "./write-durably.ts";

/**
 * Opens the workshop where new sociétés' databases are furnished, on the template: an empty database at the current schema,
 * in WAL mode. It is built once per set of migrations and kept in the data directory; one found unsound is built anew.
 */
export async function openWorkshop(
  dataDir: string,
  migrations: readonly Migration[],
): Promise<Workshop> {
  const path = templatePath(dataDir, migrations);
  const open = () => createWorkshop(path, migrations.length);
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  const kept = isThere ? await open().catch(() => null) : null;
  if (kept) return kept;
  const { root } = dataPaths(dataDir);
  await removeTemplates(root, () => true);
  const built = join(root, `modele-${process.pid}.tmp`);
  const bytes = await buildTemplate(built, migrations);
  await writeDurably(path, `${path}.tmp`, bytes);
  await removeTemplates(root, (other) => other !== basename(path));
  return open();
}

const templatePath = (dataDir: string, migrations: readonly Migration[]) =>
  join(dataPaths(dataDir).root, `modele-${fingerprint(migrations)}.db`);

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
