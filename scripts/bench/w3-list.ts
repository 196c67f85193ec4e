import { closedLoop, type Operation, type Round, warmUp } from "./closed-loop.ts";
import { summarize } from "./summarize.ts";
import { atMost, type Bench, type WorkloadResult } from "./workload.ts";

const concurrencies = [1, 8, 32] as const;
const pageSize = 50;

/** The 50 newest of 10,000 factures, as the whole page a browser gets. */
export const readList =
  ({ d1 }: Pick<Bench, "d1">): Operation =>
  async () => {
    const { status, body } = await d1.page("/factures");
    const numbers = new Set(body.toString("utf8").match(/F-2026-\d{5}/g));
    return { ok: status === 200 && numbers.size >= pageSize, bytes: body.length };
  };

/** W3: the list page of factures, with client, status, amounts and total count. */
export async function measureList(bench: Bench): Promise<WorkloadResult> {
  const operation = readList(bench);
  const rounds = new Map<number, Round[]>(concurrencies.map((c) => [c, []]));
  await warmUp(operation, 800);
  for (let i = 0; i < bench.rounds; i++)
    for (const [workers, done] of rounds)
      done.push(await closedLoop({ ...bench, pid: bench.server.pid, workers, operation }));
  const figures = Object.fromEntries(
    [...rounds].map(([workers, done]) => [`c${workers}`, summarize(done)]),
  );
  const all = [...rounds.values()].flat();
  return {
    workload: "W3",
    figures,
    limits: [
      atMost("processor a page, ms (c=1)", figures["c1"]?.cpu_ms_op_all ?? Infinity, 4),
      atMost("errors", summarize(all).errors, 0),
    ],
  };
}
