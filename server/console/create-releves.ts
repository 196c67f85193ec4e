import { and, asc, eq, isNull, lt, ne, or } from "drizzle-orm";
import { clotures } from "#db/control/schema/clotures";
import { releves } from "#db/control/schema/releves";
import { societes } from "#db/control/schema/societes";
import type { Clock } from "#server/clock";
import { bus } from "#server/journal/bus";
import { log } from "#server/log";
import type { SocieteId } from "#server/tenancy/tenant";
import { type MeasureDoors, measureSociete } from "./measure-societe.ts";

type Doors = MeasureDoors & { readonly clock: Clock };

export type Releves = ReturnType<typeof createReleves>;

/** What happened in a société shows in the console this much later at most, beside one's own acts, which show at once. */
const gatherMs = 20_000;
/** Measured again without anything having happened: time alone ends a trial, opens a new window of the quota. */
const oldMs = 6 * 3_600_000;
/** A few at a time: opening a société's database takes memory from those that are served. */
const batch = 50;

const isLasting = or(isNull(clotures.step), eq(clotures.step, "asked"));

/** Keeps the figures of the console: after what happens in a société, and every six hours of each one. */
export function createReleves({ clock, ...doors }: Doors) {
  const waiting = new Set<SocieteId>();
  let timer: NodeJS.Timeout | undefined;
  let stopWatching = () => {};
  let working: Promise<void> = Promise.resolve();
  let closing = false;

  /** Now; a measure that fails is left for the next round. */
  const measure = (societeId: SocieteId): Promise<void> =>
    measureSociete(doors, societeId, clock().at).catch((err: unknown) =>
      log.warn({ societeId, err }, "figures of a société not kept"),
    );

  async function drain(): Promise<void> {
    for (const societeId of [...waiting, ...(await oldOnes())]) {
      if (closing) return;
      waiting.delete(societeId);
      await measure(societeId);
    }
  }

  /** Never measured, or too long ago; those being made or destroyed left alone. */
  async function oldOnes(): Promise<SocieteId[]> {
    const isOld = or(isNull(releves.societeId), lt(releves.measuredAt, clock().at - oldMs));
    const rows = await doors.control.read((db) =>
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

  /** Everything that waits, now. */
  const settle = (): Promise<void> => {
    working = working.then(drain).catch((err: unknown) => log.error({ err }, "figures not kept"));
    return working;
  };

  return {
    measure,
    settle,
    start(): void {
      stopWatching = bus.watch((societeId) => waiting.add(societeId));
      void settle();
      timer = setInterval(() => void settle(), gatherMs).unref();
    },
    async close(): Promise<void> {
      closing = true;
      stopWatching();
      clearInterval(timer);
      await working;
    },
  };
}
