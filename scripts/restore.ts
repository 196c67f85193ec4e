/**
 * npm run restore -- slug [--from id] [--accept-loss]   put one société back as a backup has it, the others going on
 * npm run restore -- --rehearse [slug] [--from id]      restore aside and compare by hashes, changing nothing
 * npm run restore -- --all --into folder [--from id]    make a whole data directory from a backup, without any service
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { parseEnv } from "#server/env";
import { openStopped } from "#server/open-stopped";
import { type BackupAsk, backupJobs } from "#server/operator-jobs";
import { backupPlace } from "#server/sauvegardes/create-backups";
import type { RehearsalReport } from "#server/sauvegardes/rehearse-fleet";
import { restoreFleet } from "#server/sauvegardes/restore-fleet";
import type { Restored } from "#server/sauvegardes/restore-societe";
import { createCopier } from "#server/tenancy/create-copier";
import { describeError } from "#server/tenancy/job";
import { runJob } from "#server/tenancy/run-job";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: "string" },
    "accept-loss": { type: "boolean" },
    rehearse: { type: "boolean" },
    all: { type: "boolean" },
    into: { type: "string" },
  },
});
const [slug] = positionals;
const env = parseEnv(process.env);
const dataDir = path.resolve(env.DATA_DIR);
const tell = (line: string) => process.stdout.write(`\r${line}\u001b[K`);

const ask = (job: string, args: BackupAsk) =>
  runJob({
    ...{ dataDir, job, args, jobs: backupJobs, onProgress: tell },
    open: () => openStopped(env, dataDir),
  });

async function rehearse(): Promise<void> {
  const { equal, failed, rows } = (await ask("rehearse", {
    slug,
    from: values.from,
  })) as RehearsalReport;
  console.log(`\n${equal} restored aside and equal, table by table and file by file: ${rows} rows`);
  if (failed.length === 0) return;
  console.error(`${failed.length} would not restore:\n${failed.join("\n")}`);
  process.exitCode = 1;
}

async function restoreOne(): Promise<void> {
  const asked = { slug, from: values.from, acceptsLoss: values["accept-loss"] };
  const done = (await ask("restore", asked)) as Restored;
  const since =
    done.lost === null
      ? "the file it had could not be read"
      : `${done.lost} documents issued since are gone`;
  console.log(
    `${slug}: as of ${new Date(done.savedAt).toISOString()} (${done.id}), generation ${done.generation}, ${done.files} archived files; ${since}`,
  );
}

async function restoreAll(into: string): Promise<void> {
  const { folder } = backupPlace(env, dataDir);
  const copier = createCopier();
  try {
    const { id, societes, failed } = await restoreFleet({
      ...{ folder, copier, into: path.resolve(into), from: values.from },
      onProgress: (done, total, name) => tell(`restore ${done}/${total} ${name}`),
    });
    console.log(`\n${into}: the service as of ${id}, ${societes.length} sociétés`);
    if (failed.length === 0) return;
    console.error(
      `not in that backup, look in an earlier one:\n${failed.map((one) => one.slug).join("\n")}`,
    );
    process.exitCode = 1;
  } finally {
    await copier.close();
  }
}

async function main(): Promise<void> {
  if (values.all && values.into !== undefined) return restoreAll(values.into);
  if (values.rehearse) return rehearse();
  if (slug !== undefined) return restoreOne();
  console.error("usage: npm run restore -- slug | --rehearse [slug] | --all --into folder");
  process.exitCode = 2;
}

try {
  await main();
} catch (error) {
  console.error(`\nnot restored: ${describeError(error).message}`);
  process.exitCode = 1;
}
