import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";

export type Operation = (worker: number, round: number) => Promise<{ ok: boolean; bytes: number }>;

export type LoadResult = {
  readonly ops: number;
  readonly opsPerSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly errors: number;
  /** CPU of the measured process tree, ms an operation. */
  readonly cpuMsPerOp: number;
  readonly bytes: number;
};

type Load = {
  readonly pid: number;
  readonly workers: number;
  readonly seconds: number;
  readonly operation: Operation;
  readonly minimum?: number;
};

/** Closed loop: `workers` each wait for their answer before asking again. One second of warm-up is discarded. */
export async function load({
  pid,
  workers,
  seconds,
  operation,
  minimum = 200,
}: Load): Promise<LoadResult> {
  await run(workers, 1, 0, operation);
  const cpuBefore = cpuMs(pid);
  const started = performance.now();
  const { times, errors, bytes } = await run(workers, seconds, minimum, operation);
  const elapsed = performance.now() - started;
  const cpu = cpuMs(pid) - cpuBefore;
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    round2(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return {
    ops: times.length,
    opsPerSecond: round2((times.length / elapsed) * 1_000),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
    errors,
    cpuMsPerOp: round2(cpu / times.length),
    bytes: Math.round(bytes / times.length),
  };
}

async function run(workers: number, seconds: number, minimum: number, operation: Operation) {
  const until = performance.now() + seconds * 1_000;
  const latest = performance.now() + 60_000;
  const times: number[] = [];
  let errors = 0;
  let bytes = 0;
  const more = () =>
    performance.now() < until || (times.length < minimum && performance.now() < latest);
  const worker = async (index: number) => {
    for (let round = 0; more(); round++) {
      const began = performance.now();
      const answer = await operation(index, round).catch(() => ({ ok: false, bytes: 0 }));
      times.push(performance.now() - began);
      bytes += answer.bytes;
      if (!answer.ok) errors++;
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, index) => worker(index)));
  return { times, errors, bytes };
}

export const round2 = (value: number) => Math.round(value * 100) / 100;

/** User and system time of a process and its threads, ms (Linux: 100 ticks a second). */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Proportional set size, MB. */
export function pssMb(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Math.round(Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1_024);
}

export type Answer = {
  readonly status: number;
  readonly body: Buffer;
  readonly headers: NodeJS.Dict<string | string[]>;
};

/** Keep-alive HTTP/1.1 on loopback, nothing between us and the socket. */
export function httpClient(baseUrl: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const { hostname, port } = new URL(baseUrl);
  return (method: string, path: string, headers: Record<string, string>, body?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const sent = request({ agent, hostname, port, method, path, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: Buffer.concat(chunks),
            headers: answer.headers,
          }),
        );
      });
      sent.on("error", reject);
      sent.end(body);
    });
}
