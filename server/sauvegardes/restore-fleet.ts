import { mkdir, readdir } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { createArchive } from "#server/documents/archive";
import type { Copier } from "#server/tenancy/create-copier";
import { acquireDataDir } from "#server/tenancy/data-dir-lock";
import { dataPaths, parseSocieteId, societeFile, societeFolder } from "#server/tenancy/paths";
import { TenancyError } from "#server/tenancy/tenancy-error";
import type { BackupFolder } from "./backup-folder.ts";
import type { FleetManifest, SocieteManifest } from "./manifest.ts";

type Wanted = {
  readonly folder: BackupFolder;
  readonly copier: Copier;
  /** Empty or absent. */
  readonly into: string;
  /** Which backup; the newest otherwise. */
  readonly from?: string | undefined;
  readonly onProgress?: (done: number, total: number, slug: string) => void;
};

/**
 * The disk is lost: makes a whole data directory from a backup, each table compared with what was saved. Sociétés the
 * backup had failed to copy are not in it; they are named in the answer.
 *
 * @throws TenancyError RESTORE_REFUSED when `into` holds anything, BACKUP_MISSING, BACKUP_UNREADABLE, COPY_FAILED
 */
export async function restoreFleet(wanted: Wanted): Promise<FleetManifest> {
  const { folder, into } = wanted;
  const [newest] = await folder.list();
  const id = wanted.from ?? newest;
  if (id === undefined)
    throw new TenancyError("BACKUP_MISSING", `no backup in ${folder.folder} that this key reads`);
  const manifest = await folder.read(id);
  await mkdir(into, { recursive: true, mode: 0o700 });
  if ((await readdir(into)).length > 0)
    throw new TenancyError("RESTORE_REFUSED", `${into} is not empty`);
  const lock = await acquireDataDir(into);
  try {
    for (const [index, { manifestSha256, slug, generation }] of manifest.societes.entries()) {
      await writeSociete(wanted, await folder.readSociete(manifestSha256), generation);
      wanted.onProgress?.(index + 1, manifest.societes.length, slug);
    }
    await writeDatabase(wanted, manifest.control, dataPaths(into).control);
  } finally {
    await lock.release();
  }
  return manifest;
}

async function writeSociete(wanted: Wanted, copy: SocieteManifest, generation: number) {
  const { folder, into } = wanted;
  const societeId = parseSocieteId(copy.societeId);
  await mkdir(societeFolder(into, societeId), { recursive: true, mode: 0o700 });
  await writeDatabase(wanted, copy.database, societeFile(into, societeId, generation));
  const archive = createArchive(into);
  for (const { kind, sha256 } of copy.archives)
    await archive.store(societeId, kind, await folder.objects.read(sha256));
}

async function writeDatabase(
  { folder, copier }: Wanted,
  { sha256, tables }: SocieteManifest["database"],
  path: string,
): Promise<void> {
  await folder.objects.take(sha256, path);
  const judged = await copier.judge(path);
  if (!isDeepStrictEqual(judged.tables, tables))
    throw new TenancyError("RESTORE_REFUSED", `${path}: its tables are not those that were saved`);
  await copier.revive(path);
}
