/** npm run bench -- W1 W3 W4 W5 W6 W7 W8 W9 INP M — measure the built app; one JSON line a workload, exit 1 when a bound is missed. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startBenchServer } from "./bench-server.ts";
import { openBenchSession } from "./bench-session.ts";
import { measureInteractions } from "./inp.ts";
import { measureMix } from "./mix.ts";
import { prepareInstallation } from "./prepare-installation.ts";
import { rateOfProvisions } from "./provision-many.ts";
import { benchPassword } from "./seed-societe.ts";
import { measureColdStart } from "./w1-cold-start.ts";
import { measureList } from "./w3-list.ts";
import { measureSearch } from "./w4-search.ts";
import { copyForRaw, measureIssue } from "./w5-issue.ts";
import { measurePdf } from "./w6-pdf.ts";
import { measureDashboard } from "./w7-dashboard.ts";
import { measureTenants } from "./w8-tenants.ts";
import { firstNeighbour, measureLive, neighbours } from "./w9-live.ts";
import { withDoors } from "./with-doors.ts";
import type { Bench, WorkloadResult } from "./workload.ts";

const root = path.join(import.meta.dirname, "../..");
const known = ["W1", "W3", "W4", "W5", "W6", "W7", "W8", "W9", "INP", "M"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Measured seconds of one round, and rounds; short ones when the machine is busy. */
    seconds: { type: "string", default: "2" },
    rounds: { type: "string", default: "3" },
    /** Measured seconds of the mix: what memory does shows after minutes only. */
    soak: { type: "string", default: "300" },
    /** Sociétés of W8. */
    societes: { type: "string", default: "10000" },
  },
});
const wanted = new Set(positionals.length > 0 ? positionals : known);
const unknown = [...wanted].filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`no workload ${unknown.join(", ")}: ${known.join(" ")}`);

const tell = (line: string) => process.stderr.write(`${line}\n`);
let missed = 0;

/** One JSON line on stdout, the same in words on stderr. */
function report({ workload, figures, limits }: WorkloadResult): void {
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
  const at = new Date().toISOString();
  process.stdout.write(`${JSON.stringify({ workload, at, ...machine, ...figures, limits })}\n`);
  for (const { name, reached, bound, ok } of limits) {
    if (!ok) missed++;
    tell(`${ok ? "  ok    " : "  MISSED"} ${workload} ${name}: ${reached} (${bound})`);
  }
}

if (!existsSync(path.join(root, "build/main.js")))
  spawnSync("npm", ["run", "build"], { cwd: root, stdio: "inherit" });
const installation = await prepareInstallation(tell);
if (wanted.has("W1")) report(await measureColdStart(installation.dataDir));

const served = [
  ["W3", measureList],
  ["W4", measureSearch],
  ["W6", measurePdf],
  ["W7", measureDashboard],
  ["INP", measureInteractions],
] as const;

/** A server of its own for each workload: none inherits the memory or the backlog of another. */
async function withServer<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const server = await startBenchServer(installation.dataDir);
  try {
    const session = (username: string) =>
      openBenchSession(server.baseUrl, { username, password: benchPassword });
    const d1 = await session("mesure-d1");
    const d3 = await session("mesure-d3");
    const [seconds, rounds, soak] = [values.seconds, values.rounds, values.soak].map(Number) as [
      number,
      number,
      number,
    ];
    return await work({ installation, server, d1, d3, seconds, rounds, soak });
  } finally {
    await server.end("SIGTERM");
  }
}

for (const [name, measure] of served) if (wanted.has(name)) report(await withServer(measure));
if (wanted.has("W5")) {
  const rawFile = await copyForRaw(installation);
  const { result, check } = await withServer((bench) => measureIssue(bench, rawFile));
  const { figures, limits } = check();
  report({
    ...result,
    figures: { ...result.figures, read_back: figures },
    limits: [...result.limits, ...limits],
  });
}
if (wanted.has("W9")) {
  const rawFile = await copyForRaw(installation);
  await withDoors(installation.dataDir, (doors) =>
    rateOfProvisions(doors, firstNeighbour, { count: neighbours, together: 8 }),
  );
  report(await withServer((bench) => measureLive(bench, rawFile)));
}
if (wanted.has("M")) report(await withServer(measureMix));
// Last: its sociétés stay in the directory.
if (wanted.has("W8")) report(await measureTenants(installation, Number(values.societes), tell));
process.exitCode = missed > 0 ? 1 : 0;
