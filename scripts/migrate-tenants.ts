/** npm run migrate:tenants — bring every société's database to the current schema; safe to run again. */
import path from "node:path";
import { parseEnv } from "#server/env";
import { tenancyJobs } from "#server/operator-jobs";
import { createControl } from "#server/tenancy/create-control";
import { createTenancy } from "#server/tenancy/create-tenancy";
import type { MigrationReport } from "#server/tenancy/migrate-societes";
import { runJob } from "#server/tenancy/run-job";

const dataDir = path.resolve(parseEnv(process.env).DATA_DIR);

const report = (await runJob({
  dataDir,
  job: "migrate-tenants",
  jobs: tenancyJobs,
  open: async () => {
    const control = await createControl(dataDir);
    const tenancy = await createTenancy({ dataDir, control });
    const close = async () => {
      await tenancy.close();
      await control.close();
    };
    return { context: { control, tenancy }, close };
  },
  onProgress: (line) => process.stdout.write(`\rmigrate ${line}\u001b[K`),
})) as MigrationReport;

console.log(`\n${report.done} up to date, ${report.failed.length} failed`);
if (report.failed.length > 0) {
  console.error(`not migrated, safe to run again:\n${report.failed.join("\n")}`);
  process.exitCode = 1;
}
