import { TenancyError } from "#server/tenancy/tenancy-error";
import type { SocieteId } from "#server/tenancy/tenant";
import type { BackupFolder } from "./backup-folder.ts";
import type { SocieteManifest } from "./manifest.ts";

type Found = { readonly id: string; readonly copy: SocieteManifest };

/**
 * The copy of a société in a backup, or in the newest one that has it.
 *
 * @throws TenancyError BACKUP_MISSING, BACKUP_UNREADABLE
 */
export async function findCopy(
  folder: BackupFolder,
  societeId: SocieteId,
  from?: string,
): Promise<Found> {
  for (const id of from === undefined ? await folder.list() : [from]) {
    const { societes } = await folder.read(id);
    const named = societes.find((each) => each.societeId === societeId);
    if (named) return { id, copy: await folder.readSociete(named.manifestSha256) };
  }
  throw new TenancyError("BACKUP_MISSING", `no backup of ${folder.folder} holds this société`);
}
