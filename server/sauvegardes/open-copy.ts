import { isDeepStrictEqual } from "node:util";
import { archives } from "#db/tenant/schema/archives";
import { verifyChain } from "#server/journal/verify-chain";
import { TenancyError } from "#server/tenancy/tenancy-error";
import type { SocieteId, Tenant } from "#server/tenancy/tenant";
import type { BackupDoors } from "./backup-doors.ts";
import type { SocieteManifest } from "./manifest.ts";

type Doors = Pick<BackupDoors, "folder" | "copier" | "tenancy">;
export type OpenCopy = Tenant & { close(): Promise<void> };

/**
 * Brings a copy back to a file of its own and believes nothing: the bytes have their sha-256, SQLite finds them sound, every
 * table equals the one that was saved, the file is that société's, its chain holds, and every PDF it names was saved with it.
 *
 * @param path a file that does not exist yet
 * @throws TenancyError BACKUP_MISSING, BACKUP_UNREADABLE, RESTORE_REFUSED, COPY_FAILED
 */
export async function openCopy(
  { folder, copier, tenancy }: Doors,
  copy: SocieteManifest,
  path: string,
): Promise<OpenCopy> {
  await folder.objects.take(copy.database.sha256, path);
  const { tables } = await copier.judge(path);
  if (!isDeepStrictEqual(tables, copy.database.tables))
    throw new TenancyError("RESTORE_REFUSED", "its tables are not those that were saved");
  await copier.revive(path);
  const tenant = await tenancy.openAside(path, copy.societeId as SocieteId);
  try {
    const { fault } = await verifyChain(tenant);
    if (fault) throw new TenancyError("RESTORE_REFUSED", `its chain breaks: ${fault.code}`);
    const saved = new Set(copy.archives.map(({ sha256 }) => sha256));
    const named = await tenant.read((db) =>
      db.select({ sha256: archives.pdfSha256 }).from(archives),
    );
    const lost = named.filter(({ sha256 }) => !saved.has(sha256)).length;
    if (lost > 0)
      throw new TenancyError("RESTORE_REFUSED", `${lost} of its PDFs were not saved with it`);
    return tenant;
  } catch (cause) {
    await tenant.close();
    throw cause;
  }
}
