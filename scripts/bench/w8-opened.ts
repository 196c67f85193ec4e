import { performance } from "node:perf_hooks";
import { type BenchServer, startBenchServer } from "./bench-server.ts";
import { openBenchSession } from "./bench-session.ts";
import { httpClient } from "./http-client.ts";
import { pssMb } from "./process-stats.ts";
import { tokenOf } from "./provision-many.ts";
import { benchPassword } from "./seed-societe.ts";
import { median, round2 } from "./summarize.ts";

const starts = 3;
/** Sociétés opened for the first time, one request each; of them, those asked again while they are open. */
const cold = 1_000;
const again = 200;

type Places = { readonly many: string; readonly few: string };

/**
 * What a service of `count` sociétés costs: its start beside that of a service of a few, the first request of a société,
 * its memory once all were open.
 */
export async function measureOpened({ many, few }: Places, count: number) {
  const startMs: { many: number; few: number }[] = [];
  for (let i = 0; i < starts; i++)
    startMs.push({ few: await startOnce(few), many: await startOnce(many) });
  const server = await startBenchServer(many);
  try {
    return {
      start_ms: Math.round(median(startMs.map((each) => each.many))),
      start_few_ms: Math.round(median(startMs.map((each) => each.few))),
      ...(await touch(server, count)),
    };
  } finally {
    await server.end("SIGTERM");
  }
}

async function startOnce(dataDir: string): Promise<number> {
  const server = await startBenchServer(dataDir);
  await server.end("SIGTERM");
  return server.startMs;
}

async function touch(server: BenchServer, count: number) {
  const login = { username: "mesure-d1", password: benchPassword };
  const d1 = await openBenchSession(server.baseUrl, login);
  const list = listOf(server.baseUrl);
  const warmUp = await timesOf(300, () => d1.page("/factures"));
  const pssStart = pssMb(server.pid);
  const drawn = Array.from({ length: Math.min(cold, count) }, (_, i) => (i * 7_919) % count);
  const first = await timesOf(drawn.length, (i) => list(drawn[i] ?? 0));
  const last = drawn.slice(-again);
  const second = await timesOf(last.length, (i) => list(last[i] ?? 0));
  const w3 = await timesOf(warmUp.length, () => d1.page("/factures"));
  const pssDrawn = pssMb(server.pid);
  for (let rank = 0; rank < count; rank++) await list(rank);
  return {
    cold_p50_ms: at(first, 0.5),
    cold_p95_ms: at(first, 0.95),
    warm_p95_ms: at(second, 0.95),
    w3_p95_ms: at(w3, 0.95),
    cold_above_ms: round2(at(first, 0.95) - at(w3, 0.95)),
    pss_start_mb: pssStart,
    pss_drawn_mb: pssDrawn,
    pss_all_mb: pssMb(server.pid),
  };
}

/** The page of the factures of a société, by the session of its owner. */
function listOf(baseUrl: string) {
  const ask = httpClient(baseUrl);
  return async (rank: number): Promise<void> => {
    const cookie = `session=${tokenOf(rank)}`;
    const answer = await ask("GET", "/factures", { cookie, accept: "text/html" });
    if (answer.status !== 200 || !answer.body.includes(`Locataire ${rank}`))
      throw new Error(`société ${rank}: ${answer.status}`);
  };
}

async function timesOf(count: number, ask: (i: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const began = performance.now();
    await ask(i);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

const at = (sorted: readonly number[], share: number) =>
  round2(sorted[Math.floor(sorted.length * share)] ?? 0);
