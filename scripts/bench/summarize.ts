import type { Round } from "./closed-loop.ts";

export type Figures = {
  readonly ops: number;
  readonly ops_s: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly p99_ms: number;
  readonly max_ms: number;
  readonly errors: number;
  readonly first_error?: string;
  /** Server processor time an operation, documents drawn in the background left out. */
  readonly cpu_ms_op: number;
  /** The same with the documents drawn meanwhile. */
  readonly cpu_ms_op_all: number;
  readonly bytes: number;
  readonly idle_percent: number;
};

export const round2 = (value: number) => Math.round(value * 100) / 100;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}

export const rateOf = ({ times, elapsedMs }: Pick<Round, "times" | "elapsedMs">) =>
  (times.length / elapsedMs) * 1_000;

/** Rounds of one workload at one concurrency: rates and processor times are the median of the rounds, times those of all operations. */
export function summarize(rounds: readonly Round[]): Figures {
  const times = rounds.flatMap((round) => round.times).sort((a, b) => a - b);
  const sum = (of: (round: Round) => number) => rounds.reduce((total, one) => total + of(one), 0);
  const at = (share: number) =>
    round2(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  const each = (cpu: (round: Round) => number) =>
    round2(median(rounds.map((round) => cpu(round) / Math.max(1, round.times.length))));
  const firstError = rounds.find((round) => round.firstError !== null)?.firstError;
  const ops = Math.max(1, times.length);
  return {
    ops: times.length,
    ops_s: round2(median(rounds.map(rateOf))),
    p50_ms: at(0.5),
    p95_ms: at(0.95),
    p99_ms: at(0.99),
    max_ms: at(1),
    errors: sum(({ errors }) => errors),
    ...(firstError ? { first_error: firstError } : {}),
    cpu_ms_op: each(({ cpuMs, drawingMs }) => cpuMs - drawingMs),
    cpu_ms_op_all: each(({ cpuMs }) => cpuMs),
    bytes: Math.round(sum(({ bytes }) => bytes) / ops),
    idle_percent: Math.round(median(rounds.map(({ idle }) => idle))),
  };
}
