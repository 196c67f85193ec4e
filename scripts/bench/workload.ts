import type { BenchServer } from "./bench-server.ts";
import type { BenchSession } from "./bench-session.ts";
import type { Installation } from "./prepare-installation.ts";

/** A bound of the run: what was reached, what binds, whether it holds. */
export type Limit = {
  readonly name: string;
  readonly reached: number;
  readonly bound: string;
  readonly ok: boolean;
};

export type WorkloadResult = {
  readonly workload: string;
  readonly figures: Readonly<Record<string, unknown>>;
  readonly limits: readonly Limit[];
};

export type Bench = {
  readonly installation: Installation;
  readonly server: BenchServer;
  readonly d1: BenchSession;
  readonly d3: BenchSession;
  /** Measured seconds of one round. */
  readonly seconds: number;
  readonly rounds: number;
  /** Seconds of the mix. */
  readonly soak: number;
};

export const atMost = (name: string, reached: number, bound: number): Limit => ({
  name,
  reached,
  bound: `≤ ${bound}`,
  ok: reached <= bound,
});

export const atLeast = (name: string, reached: number, bound: number): Limit => ({
  name,
  reached,
  bound: `≥ ${bound}`,
  ok: reached >= bound,
});
