/**
 * npm run migrate:tenants [-- --canary slug…] [--insist]
 * Bring every société's database to the current schema, or the canaries only; safe to run again. A first wave that fails too
 * often stops the rest, unless one insists.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { parseEnv } from "#server/env";
import { openStopped } from "#server/open-stopped";
import { tenancyJobs } from "#server/operator-jobs";
import type { MigrationReport } from "#server/tenancy/migrate-societes";
import { runJob } from "#server/tenancy/run-job";

const env = parseEnv(process.env);
const dataDir = path.resolve(env.DATA_DIR);

const { values } = parseArgs({
  options: { canary: { type: "string", multiple: true }, insist: { type: "boolean" } },
});

const report = (await runJob({
  dataDir,
  job: "migrate-tenants",
  args: { canaries: values.canary ?? [], insists: values.insist ?? false },
  jobs: tenancyJobs,
  open: () => openStopped(env, dataDir),
  onProgress: (line) => process.stdout.write(`\rmigrate ${line}\u001b[K`),
})) as MigrationReport;

console.log(
  `\n${report.done} up to date, ${report.failed.length} failed, ${report.left} left for another run`,
);
if (report.unknown.length > 0) {
  console.error(`no société is called ${report.unknown.join(", ")}`);
  process.exitCode = 1;
}
if (report.failed.length > 0) {
  console.error(`not migrated, safe to run again:\n${report.failed.join("\n")}`);
  process.exitCode = 1;
}
