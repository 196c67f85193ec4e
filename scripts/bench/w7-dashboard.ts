import { closedLoop, type Operation, type Round, warmUp } from "./closed-loop.ts";
import { round2, summarize } from "./summarize.ts";
import { atMost, type Bench, type WorkloadResult } from "./workload.ts";

const concurrencies = [1, 8] as const;

type Dataset = "d1" | "d3";

/** The dashboard of a société of 10,000 factures, or of 100,000. */
const readDashboard =
  (bench: Bench, dataset: Dataset): Operation =>
  async () => {
    const { status, body } = await bench[dataset].page("/tableau-de-bord");
    const isWhole = body.includes("Chiffre d’affaires");
    return { ok: status === 200 && isWhole, bytes: body.length };
  };

/** W7: the dashboard, from kept totals: what it costs does not follow from how much was issued. */
export async function measureDashboard(bench: Bench): Promise<WorkloadResult> {
  const { pid } = bench.server;
  const small: Round[] = [];
  const large = new Map<number, Round[]>(concurrencies.map((c) => [c, []]));
  await warmUp(readDashboard(bench, "d1"), 300);
  await warmUp(readDashboard(bench, "d3"), 300);
  for (let i = 0; i < bench.rounds; i++) {
    const operation = readDashboard(bench, "d1");
    small.push(await closedLoop({ ...bench, pid, workers: 1, operation }));
    for (const [workers, done] of large) {
      const operation = readDashboard(bench, "d3");
      done.push(await closedLoop({ ...bench, pid, workers, operation }));
    }
  }
  const d1 = summarize(small);
  const [alone, crowd] = concurrencies.map((c) => summarize(large.get(c) ?? []));
  const ratio = round2((alone?.cpu_ms_op_all ?? Infinity) / d1.cpu_ms_op_all);
  return {
    workload: "W7",
    figures: { d1_c1: d1, d3_c1: alone, d3_c8: crowd, cpu_ratio: ratio },
    limits: [
      atMost("processor at 100,000 factures, of that at 10,000", ratio, 1.2),
      atMost("p95 alone, ms", alone?.p95_ms ?? Infinity, 200),
      atMost("errors", d1.errors + (alone?.errors ?? 0) + (crowd?.errors ?? 0), 0),
    ],
  };
}
