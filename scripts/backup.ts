/** npm run backup [-- --list] — save the control database, every société and its archive; the service may run meanwhile. */
import path from "node:path";
import { parseEnv } from "#server/env";
import { openStopped } from "#server/open-stopped";
import { backupJobs } from "#server/operator-jobs";
import type { SaveReport } from "#server/sauvegardes/save-fleet";
import { describeError } from "#server/tenancy/job";
import { runJob } from "#server/tenancy/run-job";

const env = parseEnv(process.env);
const dataDir = path.resolve(env.DATA_DIR);

type Line = {
  id: string;
  state: string;
  societes: number;
  failed: number;
  bytes: number;
  sealed: boolean;
};

const ask = (job: string) =>
  runJob({
    dataDir,
    job,
    jobs: backupJobs,
    open: () => openStopped(env, dataDir),
    onProgress: (line) => process.stdout.write(`\rbackup ${line}\u001b[K`),
  });

const size = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;

async function list(): Promise<void> {
  for (const { id, state, societes, failed, bytes, sealed } of (await ask(
    "list-backups",
  )) as Line[])
    console.log(
      `${id}  ${state.padEnd(8)}  ${societes} sociétés, ${failed} failed, ${size(bytes)}${sealed ? ", sealed" : ""}`,
    );
}

async function save(): Promise<void> {
  const { id, saved, failed, bytes, forgotten } = (await ask("backup")) as SaveReport;
  console.log(
    `\n${id}: ${saved} sociétés saved, ${size(bytes)}; ${forgotten} older backups let go`,
  );
  if (failed.length === 0) return;
  console.error(`${failed.length} not saved, their last good copy is kept:\n${failed.join("\n")}`);
  process.exitCode = 1;
}

try {
  await (process.argv.includes("--list") ? list() : save());
} catch (error) {
  console.error(`\nnot saved: ${describeError(error).message}`);
  process.exitCode = 1;
}
