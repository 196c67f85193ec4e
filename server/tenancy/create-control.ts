import { access, mkdir, readdir } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import type { Control } from "./control.ts";
import { migrationsFolder, readMigrations } from "./migrate.ts";
import { type Base, openFile } from "./open-file.ts";
import { dataPaths, existingFile } from "./paths.ts";
import { TenancyError } from "./tenancy-error.ts";

type Options = {
  /** Default: `db/control/migrations`. */
  readonly migrationsDir?: string;
};

/** The control database with what only its owner may do: count and close. */
export type OpenControl = Control &
  Pick<Base, "stats"> & {
    /** Its live file, held open: to be copied by `createCopier` and nothing else. */
    readonly path: string;
    close(): Promise<void>;
  };

/**
 * Opens the control database of a data directory this process holds (`acquireDataDir`), creates it the first time.
 *
 * @throws TenancyError CONTROL_MISSING when sociétés lie there without it, CONTROL_NEWER_SCHEMA, MIGRATION_BROKEN
 */
export async function createControl(dataDir: string, options: Options = {}): Promise<OpenControl> {
  const paths = dataPaths(dataDir);
  await mkdir(paths.societes, { recursive: true, mode: 0o700 });
  if (!(await isThere(paths.control))) await createFile(paths);
  const base = await openFile({
    path: await existingFile(paths.root, paths.control),
    kind: "control",
    migrations: await readMigrations(options.migrationsDir ?? migrationsFolder("control")),
  });
  return {
    // drizzle's own objects, seen through the types that keep the two databases apart
    read: async (query) => query(base.db as unknown as Parameters<typeof query>[0]),
    write: (work) => base.write((tx) => work(tx as unknown as Parameters<typeof work>[0])),
    stats: base.stats,
    path: paths.control,
    close: () => base.close(true),
  };
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Never an empty control database above existing sociétés: everybody would seem to be unknown. */
async function createFile({ control, societes }: ReturnType<typeof dataPaths>): Promise<void> {
  if ((await readdir(societes)).length > 0) {
    throw new TenancyError(
      "CONTROL_MISSING",
      `${societes} holds sociétés, but ${control} is missing`,
    );
  }
  const client = createClient({ url: pathToFileURL(control).href, concurrency: 1 });
  await client.execute("PRAGMA journal_mode=WAL");
  client.close();
}
