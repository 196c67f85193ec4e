import { performance } from "node:perf_hooks";
import { cpuOf, idlePercent, machineTime } from "./process-stats.ts";

/** One user-visible operation, its answer checked. Throws, or says `ok: false`, when the answer is wrong. */
export type Operation = (worker: number) => Promise<{ ok: boolean; bytes: number }>;

export type Round = {
  readonly times: readonly number[];
  readonly errors: number;
  readonly firstError: string | null;
  readonly bytes: number;
  readonly elapsedMs: number;
  readonly cpuMs: number;
  readonly drawingMs: number;
  readonly idle: number;
};

type Loop = {
  readonly pid: number;
  readonly workers: number;
  readonly seconds: number;
  readonly warmUpSeconds?: number;
  /** Stops after so many operations, when they come before the time. */
  readonly count?: number;
  readonly operation: Operation;
};

/** Closed loop: each of `workers` waits for its answer before asking again. The warm-up is discarded, not its errors. */
export async function closedLoop(loop: Loop): Promise<Round> {
  const { pid, workers, seconds, warmUpSeconds = 1, count = Infinity, operation } = loop;
  const warm = await run(workers, { seconds: warmUpSeconds, least: 0, most: Infinity }, operation);
  const cpu = cpuOf(pid);
  const machine = machineTime();
  const began = performance.now();
  const { times, errors, firstError, bytes } = await run(
    workers,
    { seconds, least: 0, most: count },
    operation,
  );
  const elapsedMs = performance.now() - began;
  const after = cpuOf(pid);
  return {
    times,
    errors: errors + warm.errors,
    firstError: firstError ?? warm.firstError,
    bytes,
    elapsedMs,
    cpuMs: after.total - cpu.total,
    drawingMs: after.drawing - cpu.drawing,
    idle: idlePercent(machine, machineTime()),
  };
}

/** Before the first round, discarded: a server does at its pace what it has compiled, after some hundreds of times. */
export async function warmUp(operation: Operation, least: number): Promise<void> {
  await run(4, { seconds: 1, least, most: Infinity }, operation);
}

type Length = { readonly seconds: number; readonly least: number; readonly most: number };

async function run(workers: number, { seconds, least, most }: Length, operation: Operation) {
  const until = performance.now() + seconds * 1_000;
  const goesOn = () => begun < most && (begun < least || performance.now() < until);
  const times: number[] = [];
  let errors = 0;
  let begun = 0;
  let firstError: string | null = null;
  let bytes = 0;
  const worker = async (index: number) => {
    while (goesOn()) {
      begun++;
      const began = performance.now();
      const answer = await operation(index).catch((cause: unknown) => {
        firstError ??= String(cause);
        return { ok: false, bytes: 0 };
      });
      times.push(performance.now() - began);
      bytes += answer.bytes;
      if (!answer.ok) errors++;
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, index) => worker(index)));
  return { times, errors, firstError, bytes };
}
