import { eq, inArray } from "drizzle-orm";
import { copies } from "#db/control/schema/copies";
import { sauvegardes } from "#db/control/schema/sauvegardes";
import { societes } from "#db/control/schema/societes";
import type { BackupDoors } from "./backup-doors.ts";
import { keptBackups } from "./kept-backups.ts";
import type { FleetManifest } from "./manifest.ts";

type Pruned = Pick<BackupDoors, "folder" | "retention" | "control">;

/**
 * Lets go of the backups the retention no longer asks for, then of the objects no kept one names. When a kept manifest
 * cannot be read nothing is removed: it may name any of them.
 *
 * @returns how many were let go
 * @throws TenancyError BACKUP_UNREADABLE
 */
export async function pruneBackups({ folder, retention, control }: Pruned): Promise<number> {
  const manifests = await folder.readAll();
  const needed = await lastGoodCopies(control);
  const periods = keptBackups(manifests, retention);
  const isKept = ({ id }: FleetManifest) => periods.has(id) || needed.has(id);
  const named = new Set<string>();
  for (const { control: database, societes } of manifests.filter(isKept)) {
    named.add(database.sha256);
    for (const { manifestSha256 } of societes) {
      if (named.has(manifestSha256)) continue;
      named.add(manifestSha256);
      const copy = await folder.readSociete(manifestSha256);
      for (const file of [copy.database, ...copy.archives]) named.add(file.sha256);
    }
  }
  const gone = manifests.filter((manifest) => !isKept(manifest)).map(({ id }) => id);
  for (const id of gone) await folder.forget(id);
  await folder.objects.sweep((sha256) => named.has(sha256));
  if (gone.length > 0)
    await control.write((tx) => tx.delete(sauvegardes).where(inArray(sauvegardes.id, gone)));
  return gone.length;
}

/** A société out of order keeps the backup that still holds it, whatever its age. */
async function lastGoodCopies(control: BackupDoors["control"]): Promise<ReadonlySet<string>> {
  const rows = await control.read((db) =>
    db
      .selectDistinct({ id: copies.sauvegardeId })
      .from(copies)
      .innerJoin(societes, eq(societes.id, copies.societeId))
      .where(eq(societes.status, "active")),
  );
  return new Set(rows.flatMap(({ id }) => id ?? []));
}
