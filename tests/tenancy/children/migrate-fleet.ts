import { createControl } from "#server/tenancy/create-control";
import { createTenancy } from "#server/tenancy/create-tenancy";
import { acquireDataDir } from "#server/tenancy/data-dir-lock";
import { migrateSocietes } from "#server/tenancy/migrate-societes";

/** Migrates the data directory `argv[2]` to the folder `argv[3]`, and dies as by a power cut after `argv[4]` sociétés. */
const [, , dataDir = "", migrationsDir = "", last] = process.argv;
await acquireDataDir(dataDir);
const control = await createControl(dataDir);
const tenancy = await createTenancy({ dataDir, control, migrationsDir });
await migrateSocietes(control, tenancy, {
  onProgress(done) {
    if (done === Number(last)) process.kill(process.pid, "SIGKILL");
  },
});
