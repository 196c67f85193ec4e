import { copyFile, rm } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { societeFile } from "#server/tenancy/paths";
import { benchContent } from "./bench-data.ts";
import { checkIssued } from "./check-issued.ts";
import { closedLoop, type Operation, type Round, warmUp } from "./closed-loop.ts";
import { cpuOf } from "./process-stats.ts";
import { createRawIssue } from "./raw-issue.ts";
import { median, rateOf, round2, summarize } from "./summarize.ts";
import { atLeast, atMost, type Bench, type Limit, type WorkloadResult } from "./workload.ts";

const concurrencies = [1, 8, 32] as const;

/** Create and issue one facture of five lignes: one operation, answered once it is on disk. */
export function issueOne({ d1 }: Pick<Bench, "d1">, acknowledged: string[]): Operation {
  const run = Date.now().toString(36);
  let next = 0;
  return async () => {
    const i = next++;
    const input = { content: benchContent(i), idempotencyKey: `bench-${run}-${i}` };
    const { number } = await d1.mutate<{ number: string }>("factures.issueContent", input);
    acknowledged.push(number);
    return { ok: /^F-2026-\d{5}$/.test(number), bytes: 0 };
  };
}

/** The file of D1 as it is before the first issue: the raw transactions run on their own copy. Service stopped. */
export async function copyForRaw({ dataDir, societes }: Bench["installation"]): Promise<string> {
  const copy = `${dataDir}-raw.db`;
  for (const suffix of ["-wal", "-shm"]) await rm(`${copy}${suffix}`, { force: true });
  await copyFile(societeFile(dataDir, societes.d1, 1), copy);
  return copy;
}

/** W5: issuing on one société over HTTP, beside the raw transaction of the same shape in the same rounds. */
export async function measureIssue(bench: Bench, rawFile: string) {
  const acknowledged: string[] = [];
  const operation = issueOne(bench, acknowledged);
  const raw = createRawIssue(rawFile);
  const rawRates: number[] = [];
  const rounds = new Map<number, Round[]>(concurrencies.map((c) => [c, []]));
  await warmUp(operation, 400);
  for (let i = 0; i < bench.rounds; i++) {
    rawRates.push(rateOfRaw(raw.issue, bench.seconds));
    for (const [workers, done] of rounds)
      done.push(await closedLoop({ ...bench, pid: bench.server.pid, workers, operation }));
  }
  raw.close();
  const drained = await drainDrawings(bench.server.pid);
  const result = resultOf(rounds, rawRates, { acknowledged: acknowledged.length, ...drained });
  return { result, check: () => checkOf(bench, acknowledged) };
}

function rateOfRaw(issue: () => void, seconds: number): number {
  const began = performance.now();
  let ops = 0;
  while (performance.now() - began < seconds * 1_000) {
    issue();
    ops++;
  }
  return (ops / (performance.now() - began)) * 1_000;
}

function resultOf(
  rounds: ReadonlyMap<number, readonly Round[]>,
  rawRates: readonly number[],
  others: Readonly<Record<string, number>>,
): WorkloadResult {
  const ratios = (workers: number, base: (round: number) => number) =>
    round2(median((rounds.get(workers) ?? []).map((round, i) => rateOf(round) / base(i))));
  const own = (i: number) => rateOf(rounds.get(1)?.[i] ?? { times: [], elapsedMs: 1 });
  const ofRaw = ratios(1, (i) => rawRates[i] ?? Infinity);
  const grouped = { c8: ratios(8, own), c32: ratios(32, own) };
  const figures = Object.fromEntries(
    [...rounds].map(([workers, done]) => [`c${workers}`, summarize(done)]),
  );
  const all = [...rounds.values()].flat();
  return {
    workload: "W5",
    figures: { ...figures, raw_ops_s: round2(median(rawRates)), of_raw: ofRaw, grouped, ...others },
    limits: [
      atLeast("of the raw transaction (c=1)", ofRaw, 0.2),
      atLeast("of its own c=1 (c=8)", grouped.c8, 1.5),
      atLeast("of its own c=1 (c=32)", grouped.c32, 1.5),
      atMost("processor an issue, ms (c=1)", figures["c1"]?.cpu_ms_op ?? Infinity, 3),
      atMost("errors", summarize(all).errors, 0),
    ],
  };
}

/** The drawing threads are done when they have used no processor for two seconds. */
async function drainDrawings(pid: number): Promise<{ drain_s: number }> {
  const began = performance.now();
  let busy = began;
  for (let last = -1; performance.now() - busy < 2_000; await sleep(250)) {
    const { drawing } = cpuOf(pid);
    if (drawing !== last) busy = performance.now();
    last = drawing;
  }
  return { drain_s: round2((busy - began) / 1_000) };
}

function checkOf(
  { installation }: Bench,
  acknowledged: readonly string[],
): {
  figures: Readonly<Record<string, unknown>>;
  limits: Limit[];
} {
  const figures = checkIssued(installation.dataDir, installation.societes.d1, acknowledged);
  const { duplicates, gaps, lost, incomplete, integrity } = figures;
  return {
    figures: { ...figures },
    limits: [
      atMost("duplicates", duplicates, 0),
      atMost("gaps", gaps, 0),
      atMost("acknowledged and not stored", lost, 0),
      atMost("without their five lignes", incomplete, 0),
      atMost("integrity faults", integrity === "ok" ? 0 : 1, 0),
    ],
  };
}
