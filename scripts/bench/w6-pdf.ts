import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { closedLoop, type Operation } from "./closed-loop.ts";
import { round2, summarize } from "./summarize.ts";
import { atLeast, atMost, type Bench, type Limit, type WorkloadResult } from "./workload.ts";

/** As many as there are drawing threads. */
const workers = 2;
const warmUp = 20;
/** Longest time a list may take, s. */
const patience = 300;

/** W6: PDFs of one page never drawn before, each designed template; drawn, archived, and their bytes returned. */
export async function measurePdf(bench: Bench): Promise<WorkloadResult> {
  const figures: Record<string, unknown> = {};
  const limits: Limit[] = [];
  for (const [template, ids] of Object.entries(bench.installation.drawable)) {
    const { round, pages, again } = await drawAll(bench, ids);
    const sum = summarize([round]);
    const perCore = round2(1_000 / sum.cpu_ms_op_all);
    const { p50_ms, cpu_ms_op_all } = again;
    const served = { p50_ms, cpu_ms_op: cpu_ms_op_all };
    figures[template] = { ...sum, per_core_s: perCore, pages, w6c: served };
    limits.push(
      atLeast(`one-page PDFs a second and core, ${template}`, pages === 1 ? perCore : 0, 25),
      atMost(`errors, ${template}`, sum.errors, 0),
    );
  }
  return { workload: "W6", figures, limits };
}

/** Every facture of the list once; the first ones warm the threads up. */
async function drawAll({ d1, server }: Bench, ids: readonly string[]) {
  const pdfOf = async (id: string) => {
    const { status, body } = await d1.page(`/factures/${id}.pdf`);
    return { ok: status === 200 && body.subarray(0, 5).toString() === "%PDF-", body };
  };
  const inTurn = (list: readonly string[]): Operation => {
    let next = 0;
    return async () => {
      const { ok, body } = await pdfOf(list[next++ % list.length] ?? "");
      return { ok, bytes: body.length };
    };
  };
  const loop = { pid: server.pid, warmUpSeconds: 0, seconds: patience };
  const [first, others] = [ids.slice(0, warmUp), ids.slice(warmUp)];
  await closedLoop({ ...loop, workers, count: first.length, operation: inTurn(first) });
  const round = await closedLoop({
    ...loop,
    workers,
    count: others.length,
    operation: inTurn(others),
  });
  const again = await closedLoop({ ...loop, workers: 1, seconds: 1, operation: inTurn(ids) });
  const { body } = await pdfOf(ids[0] ?? "");
  const { numPages: pages } = await getDocument({ data: new Uint8Array(body), verbosity: 0 })
    .promise;
  return { round, pages, again: summarize([again]) };
}
