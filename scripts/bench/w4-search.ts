import { closedLoop, type Operation, type Round, warmUp } from "./closed-loop.ts";
import { round2, summarize } from "./summarize.ts";
import { readList } from "./w3-list.ts";
import { atMost, type Bench, type WorkloadResult } from "./workload.ts";

/** Any three characters: rare and common ones, digits, the middle of a word, an accent, a ligature, capitals. */
const asked = ["3f9", "a0b", "lie", "e71", "977", "œui", "00c", "CHÂ", "ien", "d4e", "oeu", "ers"];

const concurrencies = [1, 8] as const;

/** One page of clients found among 100,000. */
export function searchClients({ d3 }: Pick<Bench, "d3">): Operation {
  let next = 0;
  return async () => {
    const q = asked[next++ % asked.length] ?? "lie";
    const { status, body } = await d3.page(`/clients?q=${encodeURIComponent(q)}`);
    const found = body.toString("utf8").match(/Client [0-9a-f]{8} \d+/g)?.length ?? 0;
    return { ok: status === 200 && found > 0, bytes: body.length };
  };
}

/** W4: the search among 100,000 clients, beside W3 in the same rounds. */
export async function measureSearch(bench: Bench): Promise<WorkloadResult> {
  const { pid } = bench.server;
  const operation = searchClients(bench);
  const lists: Round[] = [];
  const rounds = new Map<number, Round[]>(concurrencies.map((c) => [c, []]));
  await warmUp(readList(bench), 800);
  await warmUp(operation, 800);
  for (let i = 0; i < bench.rounds; i++) {
    lists.push(await closedLoop({ ...bench, pid, workers: 1, operation: readList(bench) }));
    for (const [workers, done] of rounds)
      done.push(await closedLoop({ ...bench, pid, workers, operation }));
  }
  const list = summarize(lists);
  const figures = Object.fromEntries(
    [...rounds].map(([workers, done]) => [`c${workers}`, summarize(done)]),
  );
  const alone = figures["c1"];
  const cpuRatio = round2((alone?.cpu_ms_op_all ?? Infinity) / list.cpu_ms_op_all);
  const p95Ratio = round2((alone?.p95_ms ?? Infinity) / list.p95_ms);
  return {
    workload: "W4",
    figures: { ...figures, w3_c1: list, cpu_ratio: cpuRatio, p95_ratio: p95Ratio },
    limits: [
      atMost("processor, of a W3 page", cpuRatio, 1.5),
      atMost("p95, of a W3 page", p95Ratio, 1.5),
      atMost("errors", summarize([...rounds.values()].flat()).errors + list.errors, 0),
    ],
  };
}
