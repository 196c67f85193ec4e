import { access, rm } from "node:fs/promises";
import { and, eq, ne } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { clotures } from "#db/control/schema/clotures";
import { copies } from "#db/control/schema/copies";
import { societes } from "#db/control/schema/societes";
import { emissions } from "#db/tenant/schema/emissions";
import { newId } from "#server/id";
import { societeFile } from "#server/tenancy/paths";
import { TenancyError } from "#server/tenancy/tenancy-error";
import type { SocieteId, Tenant } from "#server/tenancy/tenant";
import type { BackupDoors } from "./backup-doors.ts";
import { findCopy } from "./find-copy.ts";
import type { SocieteManifest } from "./manifest.ts";
import { openCopy } from "./open-copy.ts";

export type Restore = {
  readonly societeId: SocieteId;
  /** Which backup; the newest that holds it otherwise. */
  readonly from?: string | undefined;
  /** Goes on although documents were issued since: their numbers will be given again. */
  readonly acceptsLoss?: boolean | undefined;
};

export type Restored = {
  readonly id: string;
  readonly savedAt: number;
  readonly generation: number;
  /** Issued since the copy, and no longer there. Null: the file in place could not be read. */
  readonly lost: number | null;
  readonly files: number;
};

/**
 * Puts a société back as a backup has it. It is closed meanwhile (`maintenance`) and nobody else is concerned. The copy gets a
 * file of a new generation, is verified there, and only then does the control database point to it: until that one
 * transaction the file in place stays the société's, and afterwards it is kept beside, untouched.
 *
 * @throws TenancyError BACKUP_MISSING, BACKUP_UNREADABLE, RESTORE_REFUSED, RESTORE_LOSES when documents were issued since
 */
export async function restoreSociete(doors: BackupDoors, wanted: Restore): Promise<Restored> {
  const { societeId } = wanted;
  const { id, copy } = await findCopy(doors.folder, societeId, wanted.from);
  await assertKept(doors, societeId);
  const inPlace = await closeSociete(doors, societeId);
  try {
    const generation = await nextGeneration(doors.dataDir, societeId, inPlace);
    const lost = await restoreBeside(doors, { copy, generation, inPlace, wanted });
    const restored = { id, savedAt: copy.at, generation, lost };
    await switchTo(doors, societeId, restored);
    return { ...restored, files: copy.archives.length };
  } catch (cause) {
    await setStatus(doors, societeId, "active");
    throw cause;
  } finally {
    await doors.tenancy.drain(societeId); // opened anew, on the file the control database names
  }
}

/** What was destroyed at its administrator's wish does not come back (GDPR art. 17). */
async function assertKept({ control }: BackupDoors, societeId: SocieteId): Promise<void> {
  const isEnding = and(eq(clotures.societeId, societeId), ne(clotures.step, "asked"));
  const ending = await control.read((db) => db.$count(clotures, isEnding));
  if (ending > 0)
    throw new TenancyError("RESTORE_REFUSED", "this société was destroyed on request");
}

/** Nobody opens it any more, and whoever worked on it has ended. @returns the generation in place */
async function closeSociete(doors: BackupDoors, societeId: SocieteId): Promise<number> {
  const generation = await setStatus(doors, societeId, "maintenance");
  await doors.tenancy.drain(societeId);
  return generation;
}

async function setStatus(
  { control }: BackupDoors,
  societeId: SocieteId,
  status: "active" | "maintenance",
): Promise<number> {
  const [row] = await control.write((tx) =>
    tx
      .update(societes)
      .set({ status })
      .where(eq(societes.id, societeId))
      .returning({ generation: societes.generation }),
  );
  if (!row) throw new TenancyError("RESTORE_REFUSED", "the control database knows no such société");
  return row.generation;
}

/** The first whose name no file has: an earlier attempt may have left one. */
async function nextGeneration(
  dataDir: string,
  societeId: SocieteId,
  last: number,
): Promise<number> {
  const next = last + 1;
  const isTaken = await access(societeFile(dataDir, societeId, next)).then(
    () => true,
    () => false,
  );
  return isTaken ? nextGeneration(dataDir, societeId, next) : next;
}

type Beside = {
  readonly copy: SocieteManifest;
  /** Of the file to write, and of the file in place. */
  readonly generation: number;
  readonly inPlace: number;
  readonly wanted: Restore;
};

/**
 * Verifies the copy in a file thrown away, then writes its place. Never the same file renamed: SQLite knows a file by its
 * inode and its log by its name, and this process may not have let go of the first name yet.
 */
async function restoreBeside(doors: BackupDoors, { copy, generation, inPlace, wanted }: Beside) {
  const { societeId, acceptsLoss } = wanted;
  const path = societeFile(doors.dataDir, societeId, generation);
  const draft = `${path}.essai`;
  let lost: number | null;
  try {
    const restored = await openCopy(doors, copy, draft);
    try {
      lost = await issuedSince(doors, societeId, inPlace, restored);
    } finally {
      await restored.close();
    }
  } finally {
    for (const end of ["", "-wal", "-shm"]) await rm(draft + end, { force: true });
  }
  if (lost !== null && lost > 0 && !acceptsLoss)
    throw new TenancyError("RESTORE_LOSES", `${lost} documents were issued since that copy`);
  for (const { kind, sha256 } of copy.archives)
    await doors.archive.store(societeId, kind, await doors.folder.objects.read(sha256));
  await doors.folder.objects.take(copy.database.sha256, path);
  await doors.copier.revive(path);
  return lost;
}

/** How many documents the file in place has and the copy has not; null when it cannot be read, which is why one restores. */
async function issuedSince(
  { tenancy, dataDir }: BackupDoors,
  societeId: SocieteId,
  inPlace: number,
  restored: Tenant,
): Promise<number | null> {
  const documentsOf = (tenant: Tenant) =>
    tenant.read((db) => db.select({ id: emissions.factureId }).from(emissions));
  try {
    const path = societeFile(dataDir, societeId, inPlace);
    await access(path); // libSQL would create it
    const current = await tenancy.openAside(path, societeId);
    try {
      const known = new Set((await documentsOf(restored)).map(({ id }) => id));
      return (await documentsOf(current)).filter(({ id }) => !known.has(id)).length;
    } finally {
      await current.close();
    }
  } catch {
    return null;
  }
}

type Switch = Omit<Restored, "files">;

/** The one instant at which the société changes files. */
async function switchTo(doors: BackupDoors, societeId: SocieteId, restored: Switch): Promise<void> {
  const { control, clock } = doors;
  const at = clock().at;
  const { generation, id, savedAt, lost } = restored;
  await control.write(async (tx) => {
    await tx
      .update(societes)
      // Its schema is asked of the file at its next opening.
      .set({ status: "active", generation, schemaVersion: 0, migrationState: "pending" })
      .where(eq(societes.id, societeId));
    await tx
      .insert(copies)
      .values({ societeId, restoredAt: at })
      .onConflictDoUpdate({ target: copies.societeId, set: { restoredAt: at } });
    const details = { from: id, savedAt, generation, lost };
    await tx
      .insert(audit)
      .values({ id: newId(), at, action: "societe.restored", societeId, details });
  });
  await doors.onRestored?.(societeId);
}
