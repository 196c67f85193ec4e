/** npm run migrate:tenants — bring every société's database to the current schema; safe to run again. */
import path from "node:path";
import { parseEnv } from "#server/env";
import { openStopped } from "#server/open-stopped";
import { tenancyJobs } from "#server/operator-jobs";
import type { MigrationReport } from "#server/tenancy/migrate-societes";
import { runJob } from "#server/tenancy/run-job";

const env = parseEnv(process.env);
const dataDir = path.resolve(env.DATA_DIR);

const report = (await runJob({
  dataDir,
  job: "migrate-tenants",
  jobs: tenancyJobs,
  open: () => openStopped(env, dataDir),
  onProgress: (line) => process.stdout.write(`\rmigrate ${line}\u001b[K`),
})) as MigrationReport;

console.log(`\n${report.done} up to date, ${report.failed.length} failed`);
if (report.failed.length > 0) {
  console.error(`not migrated, safe to run again:\n${report.failed.join("\n")}`);
  process.exitCode = 1;
}
