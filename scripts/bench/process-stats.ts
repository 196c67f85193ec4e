import { readdirSync, readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second. */
const tickMs = 10;

export type Cpu = {
  /** Whole process, ms. */
  readonly total: number;
  /** Its threads of lowered priority: those that draw documents. */
  readonly drawing: number;
};

/** User and system time of a process so far. */
export function cpuOf(pid: number): Cpu {
  const { ms: total } = statOf(`/proc/${pid}/stat`);
  let drawing = 0;
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    const { ms, nice } = statOf(`/proc/${pid}/task/${task}/stat`);
    if (nice > 0) drawing += ms;
  }
  return { total, drawing };
}

function statOf(path: string): { ms: number; nice: number } {
  const stat = read(path);
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return {
    ms: (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * tickMs,
    nice: Number(fields[16] ?? 0),
  };
}

/** A thread may end between the listing and the reading. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Proportional set size, MB. */
export function pssMb(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Math.round(Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1_024);
}

export type MachineTime = { readonly idle: number; readonly all: number };

/** Ticks of all cores since boot, to know afterwards how idle the machine was. */
export function machineTime(): MachineTime {
  const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  const ticks = line.split(/\s+/).slice(1, 9).map(Number);
  return { idle: (ticks[3] ?? 0) + (ticks[4] ?? 0), all: ticks.reduce((sum, n) => sum + n, 0) };
}

export function idlePercent(before: MachineTime, after: MachineTime): number {
  return Math.round((100 * (after.idle - before.idle)) / Math.max(1, after.all - before.all));
}
