import { rm } from "node:fs/promises";
import { join } from "node:path";
import { copies } from "#db/control/schema/copies";
import type { SocieteId } from "#server/tenancy/tenant";
import { whyOf } from "#server/tenancy/why-of";
import type { BackupDoors } from "./backup-doors.ts";
import { findCopy } from "./find-copy.ts";
import { openCopy } from "./open-copy.ts";

export type Rehearsal = {
  readonly id: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly ms: number;
};

type Wanted = { readonly societeId: SocieteId; readonly from?: string | undefined };

/**
 * Restores a société aside and throws the result away: proves that the copy is one. Everything is compared by hash, each
 * table and each file of the archive. What came of it is noted for the console.
 *
 * @throws TenancyError what is wrong with the copy
 */
export async function rehearseSociete(doors: BackupDoors, wanted: Wanted): Promise<Rehearsal> {
  const { folder, control, clock } = doors;
  const { societeId } = wanted;
  const began = performance.now();
  const path = join(folder.folder, "essai", `${societeId}.db`);
  let rehearsedId: string | null = null;
  try {
    await clear(path);
    const { id, copy } = await findCopy(folder, societeId, wanted.from);
    rehearsedId = id;
    const tenant = await openCopy(doors, copy, path);
    await tenant.close();
    for (const { sha256 } of copy.archives) await folder.objects.read(sha256);
    await note(null);
    const digests = Object.values(copy.database.tables);
    const rows = digests.reduce((sum, table) => sum + table.rows, 0);
    const ms = Math.round(performance.now() - began);
    return { id, tables: digests.length, rows, files: copy.archives.length, ms };
  } catch (cause) {
    await note(whyOf(cause));
    throw cause;
  } finally {
    await clear(path);
  }

  async function note(failure: string | null) {
    const noted = { rehearsedAt: clock().at, rehearsedId, rehearsalFailure: failure };
    await control.write((tx) =>
      tx
        .insert(copies)
        .values({ societeId, ...noted })
        .onConflictDoUpdate({ target: copies.societeId, set: noted }),
    );
  }
}

/** The file and what SQLite keeps beside it. */
async function clear(path: string): Promise<void> {
  for (const end of ["", "-wal", "-shm"]) await rm(path + end, { force: true });
}
