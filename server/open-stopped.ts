import { systemClock } from "#server/clock";
import { createArchive } from "#server/documents/archive";
import type { Env } from "#server/env";
import { createBackups } from "#server/sauvegardes/create-backups";
import { createControl } from "#server/tenancy/create-control";
import { createTenancy } from "#server/tenancy/create-tenancy";

/** What the operator's scripts work on when no service runs. The data directory is held by the caller. */
export async function openStopped(env: Env, dataDir: string) {
  const clock = systemClock;
  const control = await createControl(dataDir);
  const tenancy = await createTenancy({ dataDir, control, clock: () => clock().at });
  const archive = createArchive(dataDir);
  const backups = createBackups({ env, dataDir, control, tenancy, archive, clock });
  await backups.recover();
  return {
    context: { control, tenancy, backups },
    async close(): Promise<void> {
      await backups.close();
      await tenancy.close();
      await control.close();
    },
  };
}
