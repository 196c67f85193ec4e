import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, eq, isNull, lt, ne, or } from "drizzle-orm";
import { clotures } from "#db/control/schema/clotures";
import { releves } from "#db/control/schema/releves";
import { societes } from "#db/control/schema/societes";
import type { Clock } from "#server/clock";
import { bus } from "#server/journal/bus";
import { log } from "#server/log";
import type { Control } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { type MeasureDoors, measureSociete } from "./measure-societe.ts";

type Doors = MeasureDoors & { readonly clock: Clock };

export type Releves = ReturnType<typeof createReleves>;

/** What happened in a société shows in the console this much later at most, beside one's own acts, which show at once. */
const gatherMs = 20_000;
/** Measured again without anything having happened: time alone ends a trial, opens a new window of the quota. */
const oldMs = 6 * 3_600_000;
/** A few at a time, this long apart: opening a société's database takes memory and time from those that are served. */
const batch = 50;
const paceMs = 200;

const isLasting = or(isNull(clotures.step), eq(clotures.step, "asked"));

/** Keeps the figures of the console: after what happens in a société, and every six hours of each one. */
export function createReleves({ clock, ...doors }: Doors) {
  const waiting = new Set<SocieteId>();
  let timer: NodeJS.Timeout | undefined;
  let stopWatching = () => {};
  let working: Promise<void> = Promise.resolve();
  let turning: Promise<void> | null = null;
  const closing = new AbortController();
  const { signal } = closing;

  /** Now; a measure that fails is left for the next round. */
  const measure = (societeId: SocieteId): Promise<void> =>
    measureSociete(doors, societeId, clock().at).catch((err: unknown) =>
      log.warn({ societeId, err }, "figures of a société not kept"),
    );

  async function measureEach(ids: readonly SocieteId[], pace: number): Promise<void> {
    for (const societeId of ids) {
      if (signal.aborted) return;
      waiting.delete(societeId);
      await measure(societeId);
      if (pace > 0) await sleep(pace, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  async function drain(pace: number): Promise<void> {
    await measureEach([...waiting], 0);
    await measureEach(await oldOnes(doors.control, clock().at), pace);
  }

  const drained = (pace: number): Promise<void> =>
    drain(pace).catch((err: unknown) => log.error({ err }, "figures not kept"));

  /** Everything that waits, now. */
  const settle = (): Promise<void> => {
    working = working.then(() => drained(0));
    return working;
  };

  function turn(): void {
    turning ??= drained(paceMs).finally(() => {
      turning = null;
    });
  }

  return {
    measure,
    settle,
    start(): void {
      stopWatching = bus.watch((societeId) => waiting.add(societeId));
      turn();
      timer = setInterval(turn, gatherMs).unref();
    },
    async close(): Promise<void> {
      closing.abort();
      stopWatching();
      clearInterval(timer);
      await Promise.all([working, turning]);
    },
  };
}

/** Never measured, or too long ago; those being made or destroyed left alone. */
async function oldOnes(control: Control, at: number): Promise<SocieteId[]> {
  const isOld = or(isNull(releves.societeId), lt(releves.measuredAt, at - oldMs));
  const rows = await control.read((db) =>
    db
      .select({ id: societes.id })
      .from(societes)
      .leftJoin(releves, eq(releves.societeId, societes.id))
      .leftJoin(clotures, eq(clotures.societeId, societes.id))
      .where(and(isOld, ne(societes.status, "provisioning"), isLasting))
      .orderBy(asc(releves.measuredAt))
      .limit(batch),
  );
  return rows.map(({ id }) => id as SocieteId);
}
