import { log } from "./log.ts";

type Work = {
  /** For the log, when a round fails. */
  readonly name: string;
  /** Does all that is due, once. @returns whether more may be due at once */
  readonly round: (isStopping: () => boolean) => Promise<boolean>;
  /** Milliseconds until the next thing is due; null when nothing waits. */
  readonly untilNext: () => Promise<number | null>;
  /** Bounds of a sleep: the clock may be advanced under it. */
  readonly shortestNap: number;
  readonly longestNap: number;
};

export type Loop = ReturnType<typeof createLoop>;

/** Work done in the background, one round at a time, sleeping until something is due. */
export function createLoop({ name, round, untilNext, shortestNap, longestNap }: Work) {
  let state: "idle" | "running" | "stopping" = "idle";
  let current: Promise<void> | null = null;
  let isAskedAgain = false;
  let timer: NodeJS.Timeout | undefined;
  const isStopping = () => state === "stopping";

  const drain = async () => {
    let more = true;
    while (more && !isStopping()) {
      isAskedAgain = false;
      more = (await round(isStopping)) || isAskedAgain;
    }
  };

  const flush = (): Promise<void> => {
    isAskedAgain = true;
    current ??= drain().finally(() => {
      current = null;
    });
    return current;
  };

  const turn = async () => {
    let nap = longestNap;
    try {
      await flush();
      const next = await untilNext();
      if (next !== null) nap = Math.min(longestNap, Math.max(shortestNap, next));
    } catch (err) {
      log.error({ err, loop: name }, "round failed");
    }
    if (state === "running") sleep(nap);
  };

  const sleep = (nap: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void turn(), nap).unref();
  };

  return {
    start(): void {
      state = "running";
      sleep(0);
    },
    /** Something is due: look now. */
    wake(): void {
      if (state === "running") sleep(0);
    },
    /** Does all that is due, then resolves. */
    flush,
    /** Waits for the round on its way, then rests. */
    async stop(): Promise<void> {
      state = "stopping";
      clearTimeout(timer);
      await current?.catch(() => {});
    },
  };
}
