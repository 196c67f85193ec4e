import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "#server/clock";
import type { Deliverer } from "./create-deliverer.ts";
import type { SandboxStore } from "./create-sandbox-store.ts";
import type { AdvanceListener } from "./open-sandbox.ts";

type Options = {
  readonly store: SandboxStore;
  readonly deliverer: Deliverer;
  readonly clock: Clock;
  keep(): Promise<void>;
  readonly advanceClock: ((at: number) => Promise<void>) | null;
};

/** A stop of the clock waits for its webhooks no longer than this; delayed ones arrive later, as they would. */
const patienceMs = 3_000;

/** Time passes by steps: each due date is lived at its date, its webhooks received and processed before the next. */
export function createAdvance({ store, deliverer, clock, keep, advanceClock }: Options) {
  const listeners: AdvanceListener[] = [];
  let turn: Promise<void> = Promise.resolve();

  const stopHere = async () => {
    store.settle();
    await Promise.race([deliverer.idle(), sleep(patienceMs, undefined, { ref: false })]);
    for (const { stop } of listeners) await stop();
  };

  const advance = async (move: (at: number) => Promise<void>, at: number) => {
    const from = clock().at;
    if (at <= from) return;
    for (const { before } of listeners) await before(from, at);
    await stopHere();
    for (let next = nextAt(store); next !== null && next <= at; next = nextAt(store)) {
      await move(next);
      await stopHere();
    }
    await move(at);
    await stopHere();
    await keep();
  };

  const advanceTo =
    advanceClock &&
    ((at: number): Promise<void> => {
      turn = turn.catch(() => {}).then(() => advance(advanceClock, at));
      return turn;
    });
  return { advanceTo, onAdvance: (listener: AdvanceListener) => void listeners.push(listener) };
}

/** Milliseconds. */
const nextAt = (store: SandboxStore): number | null => {
  const [due] = store.dues();
  return due ? due.at * 1000 : null;
};
