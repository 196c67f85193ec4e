import { setTimeout as sleep } from "node:timers/promises";
import { closedLoop, type Operation } from "./closed-loop.ts";
import { pssMb } from "./process-stats.ts";
import { round2, summarize } from "./summarize.ts";
import { readList } from "./w3-list.ts";
import { searchClients } from "./w4-search.ts";
import { issueOne } from "./w5-issue.ts";
import { atMost, type Bench, type WorkloadResult } from "./workload.ts";

const workers = 32;
/** How much the last third may stand above the second, MB: the noise of two collections. */
const flatWithin = 25;

type Kind = { readonly name: string; readonly share: number; readonly operation: Operation };

/** M: reading, searching, issuing and downloading at once, and what it does to memory. */
export async function measureMix(bench: Bench): Promise<WorkloadResult> {
  const kinds = kindsOf(bench);
  const times = new Map<string, number[]>(kinds.map(({ name }) => [name, []]));
  const memory: number[] = [];
  const stop = new AbortController();
  const sampling = sample(bench.server.pid, memory, stop.signal);
  const round = await closedLoop({
    pid: bench.server.pid,
    workers,
    seconds: bench.soak,
    operation: drawn(kinds, times),
  });
  stop.abort();
  await sampling;
  const third = Math.floor(memory.length / 3);
  const mean = (part: readonly number[]) => part.reduce((sum, one) => sum + one, 0) / part.length;
  const peak = Math.max(...memory);
  const growth = Math.round(mean(memory.slice(-third)) - mean(memory.slice(third, 2 * third)));
  const p95 = Object.fromEntries([...times].map(([name, list]) => [name, p95Of(list)]));
  return {
    workload: "M",
    figures: {
      ...summarize([round]),
      p95_ms: p95,
      pss_mb: memory,
      peak_mb: peak,
      growth_mb: growth,
    },
    limits: [
      atMost("memory at its peak, MB", peak, 400),
      atMost("growth from the second third to the last, MB", growth, flatWithin),
      atMost("errors", round.errors, 0),
    ],
  };
}

function kindsOf(bench: Bench): Kind[] {
  const { d1, installation } = bench;
  const pdfs = Object.values(installation.drawable).flat();
  let next = 0;
  const download: Operation = async () => {
    const { status, body } = await d1.page(`/factures/${pdfs[next++ % pdfs.length]}.pdf`);
    return { ok: status === 200, bytes: body.length };
  };
  const clients: Operation = async () => {
    const { status, body } = await d1.page("/clients");
    return { ok: status === 200 && body.includes("Client "), bytes: body.length };
  };
  return [
    { name: "w3", share: 62, operation: readList(bench) },
    { name: "w3c", share: 15, operation: clients },
    { name: "w4", share: 10, operation: searchClients(bench) },
    { name: "w5", share: 10, operation: issueOne(bench, []) },
    { name: "w6", share: 3, operation: download },
  ];
}

/** A fixed order that spreads the kinds by their shares: multiples of 61 visit every hundredth once. */
function drawn(kinds: readonly Kind[], times: ReadonlyMap<string, number[]>): Operation {
  const deck = kinds.flatMap((kind) => Array.from({ length: kind.share }, () => kind));
  let next = 0;
  return async (worker) => {
    const kind = deck[(next++ * 61) % deck.length];
    if (!kind) throw new Error("the mix is empty");
    const began = performance.now();
    const answer = await kind.operation(worker);
    times.get(kind.name)?.push(performance.now() - began);
    return answer;
  };
}

async function sample(pid: number, memory: number[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    memory.push(pssMb(pid));
    await sleep(2_000, null, { signal }).catch(() => {});
  }
}

function p95Of(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return round2(sorted[Math.floor(sorted.length * 0.95)] ?? 0);
}
