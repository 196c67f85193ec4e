/** npm run faults [-- name…] — break the built service and show what holds; a table, a JSON line a fault, exit 1 on any failure. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { answerTimes } from "./answer-times.ts";
import type { Fault, FaultResult } from "./fault.ts";
import { fullDisk } from "./full-disk.ts";
import { killWhileIssuing } from "./kill-while-issuing.ts";
import { killWhileRegistering } from "./kill-while-registering.ts";
import { brokenSocietes, hostileInputs, tenTimesTheProperties } from "./longer-suites.ts";
import { manyWriters } from "./many-writers.ts";
import { sameKeyAgain } from "./same-key-again.ts";
import { stopUnderStreams } from "./stop-under-streams.ts";
import { takeover } from "./takeover.ts";
import { webhookStorm } from "./webhook-storm.ts";

const root = path.join(import.meta.dirname, "../..");
const faults: Readonly<Record<string, Fault>> = {
  "kill-issuing": killWhileIssuing,
  "kill-registering": killWhileRegistering,
  "same-key": sameKeyAgain,
  "many-writers": manyWriters,
  "webhook-storm": webhookStorm,
  "answer-times": answerTimes,
  "full-disk": fullDisk,
  "stop-under-streams": stopUnderStreams,
  takeover,
  societes: brokenSocietes,
  properties: tenTimesTheProperties,
  fuzz: hostileInputs,
};

const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(faults);
if (!existsSync(path.join(root, "build/main.js")))
  spawnSync("npm", ["run", "build"], { cwd: root, stdio: "inherit" });

const tell = (line: string) => process.stderr.write(`  ${line}\n`);
const rows: { name: string; promise: string; seconds: number; result: FaultResult }[] = [];
for (const id of names) {
  const fault = faults[id];
  if (!fault) throw new Error(`no fault « ${id} »: ${Object.keys(faults).join(" ")}`);
  tell(`${fault.name}…`);
  const began = performance.now();
  const result = await fault.run(tell).catch(
    (cause: unknown): FaultResult => ({
      dose: "–",
      figures: {},
      broken: [String((cause as Error).stack ?? cause)],
    }),
  );
  const seconds = Math.round((performance.now() - began) / 1_000);
  rows.push({ name: fault.name, promise: fault.promise, seconds, result });
  process.stdout.write(`${JSON.stringify({ fault: id, seconds, ...result })}\n`);
}

for (const { name, promise, seconds, result } of rows) {
  const figures = Object.entries(result.figures).map(([what, value]) => `${what} ${value}`);
  const state = result.broken.length === 0 ? "holds " : "BROKEN";
  tell(`${state} ${name.padEnd(30)} ${result.dose} (${seconds} s): ${figures.join(", ")}`);
  tell(`       ${promise}`);
  for (const one of result.broken) tell(`       ✗ ${one}`);
}
process.exitCode = rows.some(({ result }) => result.broken.length > 0) ? 1 : 0;
