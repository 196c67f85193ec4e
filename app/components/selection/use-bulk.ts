import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type Failure, failureOf } from "../../trpc";

/** What became of one thing: `failure` null when done; `isUnknown`: no answer came, trying again is safe. */
export type Outcome<T> = {
  readonly thing: T;
  readonly failure: Failure | null;
  readonly isUnknown: boolean;
};

type Send<T> = (things: readonly T[]) => Promise<{ readonly lignes: readonly Line[] }>;

type Line = Pick<Failure, "refusal" | "details">;

export type BulkState<T> = {
  readonly step: "idle" | "running" | "over";
  readonly total: number;
  readonly startedAt: number;
  readonly outcomes: readonly Outcome<T>[];
};

/** Things sent in one call; small enough to show progress and to stop soon. */
const batchSize = 20;

/**
 * Does something to several things, batch by batch: how far it is, stopping between two batches, and what became of each.
 * Things not reached when it is stopped are left as they were, and have no outcome.
 */
export function useBulk<T>() {
  const queries = useQueryClient();
  const isStopped = useRef(false);
  const [state, setState] = useState<BulkState<T>>({
    ...{ step: "idle", total: 0, startedAt: 0, outcomes: [] },
  });
  /** @param send one batch; answers a line for each, in order */
  const run = async (things: readonly T[], send: Send<T>): Promise<readonly Outcome<T>[]> => {
    isStopped.current = false;
    const startedAt = Date.now();
    let outcomes: readonly Outcome<T>[] = [];
    const show = (step: BulkState<T>["step"]) =>
      setState({ step, total: things.length, startedAt, outcomes });
    show("running");
    for (let at = 0; at < things.length && !isStopped.current; at += batchSize) {
      outcomes = [...outcomes, ...(await outcomesOf(things.slice(at, at + batchSize), send))];
      show("running");
    }
    await queries.invalidateQueries();
    show("over");
    return outcomes;
  };
  const stop = () => {
    isStopped.current = true;
  };
  return { state, run, stop };
}

async function outcomesOf<T>(things: readonly T[], send: Send<T>): Promise<Outcome<T>[]> {
  try {
    const { lignes } = await send(things);
    return things.map((thing, index) => ({
      thing,
      failure: failed(lignes[index]),
      isUnknown: false,
    }));
  } catch (error) {
    const failure = failureOf(error);
    const isUnknown = failure.refusal === null;
    return things.map((thing) => ({ thing, failure, isUnknown }));
  }
}

const failed = (line: Line | undefined): Failure | null =>
  line?.refusal
    ? {
        refusal: line.refusal,
        details: line.details,
        problems: [],
        requestId: null,
        offline: false,
      }
    : null;
