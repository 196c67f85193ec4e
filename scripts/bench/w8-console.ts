import { performance } from "node:perf_hooks";
import { startBenchServer } from "./bench-server.ts";
import { type HttpClient, httpClient } from "./http-client.ts";
import { staffToken } from "./provision-many.ts";
import { median, round2 } from "./summarize.ts";

const rounds = 5;
const asked = 100;

const filters = { etat: null, offre: null, usage: null, sante: null };
const query = { q: "", sort: "activite", dir: "desc", cursor: null, ...filters };
const input = encodeURIComponent(JSON.stringify({ json: query }));
const paths = {
  procedure: `/api/trpc/console.societes?input=${input}`,
  page: "/console/societes",
} as const;

/** The list of sociétés of the operator, on a service of many and on one of a few, in the same rounds. */
export async function measureConsole(dataDirs: { readonly many: string; readonly few: string }) {
  const many = await startBenchServer(dataDirs.many);
  const few = await startBenchServer(dataDirs.few);
  try {
    const asks = { many: httpClient(many.baseUrl), few: httpClient(few.baseUrl) };
    const procedure = await compare(asks, paths.procedure);
    const page = await compare(asks, paths.page);
    return { procedure, page };
  } finally {
    await many.end("SIGTERM");
    await few.end("SIGTERM");
  }
}

type Asks = { readonly many: HttpClient; readonly few: HttpClient };

/** The p95 of both, ms, and the median of the ratios of the rounds, the first one discarded. */
async function compare({ many, few }: Asks, path: string) {
  await p95Of(many, path);
  await p95Of(few, path);
  const pairs: { many: number; few: number }[] = [];
  for (let i = 0; i < rounds; i++)
    pairs.push({ few: await p95Of(few, path), many: await p95Of(many, path) });
  return {
    many_p95_ms: round2(median(pairs.map((pair) => pair.many))),
    few_p95_ms: round2(median(pairs.map((pair) => pair.few))),
    ratio: round2(median(pairs.map((pair) => pair.many / pair.few))),
  };
}

async function p95Of(ask: HttpClient, path: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < asked; i++) {
    const began = performance.now();
    const { status, body } = await ask("GET", path, { cookie: `session=${staffToken}` });
    times.push(performance.now() - began);
    if (status !== 200 || !body.includes("Locataire ")) throw new Error(`${path}: ${status}`);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(asked * 0.95)] ?? 0;
}
