import { mkdir } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { type Client, createClient } from "@libsql/client";
import { isBusy } from "./begin-write.ts";
import { dataPaths } from "./paths.ts";
import { TenancyError } from "./tenancy-error.ts";

export type DataDirLock = { release(): Promise<void> };

/**
 * Makes this process the only one of its data directory, for its life: two writers of one file may lose committed rows
 * (tursodatabase/libsql#2271). The kernel frees the lock with the process, so there is no stale lock after a kill -9.
 *
 * Taken before any other file is opened. Never read `verrou.db` with `fs`: closing that descriptor drops the lock.
 *
 * @throws TenancyError DATA_DIR_LOCKED when another process holds it
 */
export async function acquireDataDir(dataDir: string): Promise<DataDirLock> {
  const { root, lock } = dataPaths(dataDir);
  await mkdir(root, { recursive: true, mode: 0o700 });
  let client: Client | undefined;
  try {
    client = createClient({ url: pathToFileURL(lock).href, concurrency: 1 });
    await client.execute("PRAGMA locking_mode=EXCLUSIVE");
    await client.execute(
      "CREATE TABLE IF NOT EXISTS holder (only_row INTEGER PRIMARY KEY, pid INTEGER)",
    );
    await client.execute({
      sql: "INSERT INTO holder VALUES (1, ?1) ON CONFLICT DO UPDATE SET pid = ?1",
      args: [process.pid],
    });
  } catch (cause) {
    client?.close();
    if (!isBusy(cause)) throw cause;
    throw new TenancyError(
      "DATA_DIR_LOCKED",
      `another process works on ${root}. Stop it first, or give this one another DATA_DIR`,
      cause,
    );
  }
  return { release: () => release(client) };
}

/** Closing would keep the lock until garbage collection: back to NORMAL, the next access lets go of it. */
async function release(client: Client): Promise<void> {
  await client.execute("PRAGMA locking_mode=NORMAL");
  await client.execute("SELECT pid FROM holder");
  client.close();
}
