/**
 * npm run import:legacy -- source [--map mapping.json] [--societe name] [--cancelled take] [--dry-run] [--yes] [--report file]
 *
 * Takes the sociétés of the former single-company FacturePro: `source` is a SQLite file, or the URL of a PostgreSQL or MySQL
 * database, and is only read. Says first what it recognised; safe to run again (docs/reprise.md).
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { parseEnv } from "#server/env";
import { tenancyJobs } from "#server/operator-jobs";
import { type ImportAsked, type ImportReport, inspectLegacy } from "#server/reprise/import-legacy";
import type { MappingGiven, Recognised } from "#server/reprise/recognise";
import { createControl } from "#server/tenancy/create-control";
import { createTenancy } from "#server/tenancy/create-tenancy";
import { describeError } from "#server/tenancy/job";
import { runJob } from "#server/tenancy/run-job";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    map: { type: "string" },
    societe: { type: "string" },
    cancelled: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    yes: { type: "boolean", default: false },
    report: { type: "string" },
  },
});
const [source] = positionals;
if (source === undefined) {
  console.error("usage: npm run import:legacy -- source [--map mapping.json] [--dry-run] [--yes]");
  process.exit(2);
}

try {
  await main(source);
} catch (error) {
  console.error(`not imported: ${describeError(error).message}`);
  process.exitCode = 1;
}

async function main(typed: string): Promise<void> {
  const asked: ImportAsked = {
    address: /^[a-z]+:\/\//.test(typed) ? typed : path.resolve(typed),
    given: values.map ? (JSON.parse(await readFile(values.map, "utf8")) as MappingGiven) : {},
    choices: values.cancelled === "take" ? { cancelled: "take" } : {},
    isDryRun: values["dry-run"],
    ...(values.societe !== undefined && { nom: values.societe }),
  };
  const recognised = await inspectLegacy(asked);
  showMapping(recognised);
  if (recognised.problems.length > 0) {
    console.error(
      `\n${recognised.problems.join("\n")}\nSettle them in a file and give it by --map.`,
    );
    process.exitCode = 2;
    return;
  }
  if (!asked.isDryRun && !(await isConfirmed())) return;
  await showReport(await run(asked));
}

async function isConfirmed(): Promise<boolean> {
  if (values.yes) return true;
  if (!process.stdin.isTTY)
    throw new Error("not confirmed: run it with --dry-run, then with --yes");
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question("\nImport with this mapping? [y/N] ");
  lines.close();
  return answer.trim().toLowerCase() === "y";
}

async function run(asked: ImportAsked): Promise<ImportReport> {
  const dataDir = path.resolve(parseEnv(process.env).DATA_DIR);
  const open = async () => {
    const control = await createControl(dataDir);
    const tenancy = await createTenancy({ dataDir, control });
    const close = async () => {
      await tenancy.close();
      await control.close();
    };
    return { context: { control, tenancy }, close };
  };
  const onProgress = (line: string) => process.stdout.write(`\rsociété ${line}\u001b[K`);
  const job = { dataDir, job: "import-legacy", args: asked, jobs: tenancyJobs, open, onProgress };
  return (await runJob(job)) as ImportReport;
}

function showMapping({ mapping }: Recognised): void {
  for (const [object, found] of Object.entries(mapping)) {
    const columns = Object.entries(found.columns).map(([field, column]) => `${field}=${column}`);
    console.log(`${object.padEnd(8)} ${found.table.padEnd(16)} ${columns.join(" ")}`);
  }
}

async function showReport(report: ImportReport): Promise<void> {
  console.log(report.isDryRun ? "\nNothing was written. It would be:" : "\nDone:");
  for (const { nom, objects, series } of report.societes) {
    console.log(`\n${nom}`);
    for (const [object, { taken, known, flagged, refused, refusals }] of Object.entries(objects)) {
      const counts = `${taken} taken (${flagged} flagged), ${known} known, ${refused} refused`;
      console.log(`  ${object.padEnd(8)} ${counts}`);
      for (const { key, reason } of refusals.slice(0, 5)) console.log(`    ${key}: ${reason}`);
    }
    for (const line of series) console.log(`  ${line}`);
  }
  for (const { cle, reason } of report.refused) console.log(`\nsociété ${cle} refused: ${reason}`);
  if (values.report === undefined) return;
  await writeFile(values.report, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  console.log(`\nEvery row flagged or refused: ${values.report}`);
}
