import { rm, stat } from "node:fs/promises";
import type { SocieteId } from "#server/tenancy/tenant";
import type { BackupDoors } from "./backup-doors.ts";
import type { SocieteManifest } from "./manifest.ts";

type Saved = { readonly manifestSha256: string; readonly bytes: number };

/**
 * Copies all of one société: its database at one instant, then the files of its archive, which never change once there.
 * The database goes first: every document it names as archived then has its file.
 *
 * @param staging a file to copy the database to, removed afterwards
 * @throws Refusal SOCIETE_UNAVAILABLE, TenancyError COPY_FAILED, BACKUP_UNREADABLE when a file of the archive was altered
 */
export async function saveSociete(
  { tenancy, copier, folder, archive, clock }: BackupDoors,
  societeId: SocieteId,
  staging: string,
): Promise<Saved> {
  try {
    const at = clock().at;
    const database = await tenancy.lend(societeId, (path) => copier.copy(path, staging));
    await folder.objects.put(database.sha256, staging);
    const archives: SocieteManifest["archives"] = [];
    for (const { kind, sha256, path } of await archive.list(societeId)) {
      await folder.objects.put(sha256, path);
      archives.push({ kind, sha256, bytes: (await stat(path)).size });
    }
    const manifest = { version: 1 as const, societeId, at, database, archives };
    const bytes = archives.reduce((sum, file) => sum + file.bytes, database.bytes);
    return { manifestSha256: await folder.writeSociete(manifest), bytes };
  } finally {
    await rm(staging, { force: true });
  }
}
