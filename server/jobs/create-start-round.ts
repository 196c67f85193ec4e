import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { releves } from "#db/control/schema/releves";
import { societes } from "#db/control/schema/societes";
import { log } from "#server/log";
import type { Control } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import type { EntitlementJobs } from "./create-entitlement-jobs.ts";
import type { RenderJobs } from "./create-render-jobs.ts";

type Doors = {
  readonly control: Control;
  readonly renderJobs: Pick<RenderJobs, "look">;
  readonly entitlementJobs: Pick<EntitlementJobs, "noteIssue">;
};

export type StartRound = ReturnType<typeof createStartRound>;

/** Between two sociétés, ms: opening one takes a few milliseconds from the requests. */
const paceMs = 250;
/** Looked at first: those somebody was in when the service stopped. */
const lately = 200;
const batch = 100;

/**
 * After a start, each société is looked at once: a stop may have left documents undrawn, or a quota just reached. A few a
 * second, those seen last first, so that ten thousand of them cost the requests nothing.
 */
export function createStartRound({ control, renderJobs, entitlementJobs }: Doors) {
  const closing = new AbortController();
  const { signal } = closing;
  let running: Promise<void> = Promise.resolve();

  async function visit(societeId: SocieteId, pace: number): Promise<void> {
    renderJobs.look(societeId);
    entitlementJobs.noteIssue(societeId);
    if (pace > 0) await sleep(pace, undefined, { signal, ref: false }).catch(() => {});
  }

  async function round(pace: number): Promise<void> {
    for await (const societeId of everyone(control)) {
      if (signal.aborted) return;
      await visit(societeId, pace);
    }
  }

  const run = (pace: number): Promise<void> => {
    running = running
      .then(() => round(pace))
      .catch((err: unknown) => log.error({ err }, "round of the start stopped"));
    return running;
  };

  return {
    start(): void {
      void run(paceMs);
    },
    /** All of them, without a pause; resolves once each is asked for. */
    hurry: (): Promise<void> => run(0),
    async close(): Promise<void> {
      closing.abort();
      await running;
    },
  };
}

async function* everyone(control: Control): AsyncGenerator<SocieteId, void> {
  const first = await seenLast(control);
  yield* first;
  const seen = new Set(first);
  let after = "";
  let ids: SocieteId[];
  do {
    ids = await activeAfter(control, after);
    yield* ids.filter((id) => !seen.has(id));
    after = ids.at(-1) ?? after;
  } while (ids.length === batch);
}

const isActive = eq(societes.status, "active");

async function seenLast(control: Control): Promise<SocieteId[]> {
  const rows = await control.read((db) =>
    db
      .select({ id: releves.societeId })
      .from(releves)
      .innerJoin(societes, eq(societes.id, releves.societeId))
      .where(sql`+${societes.status} = 'active'`) // hidden from the planner, which would gather them all
      .orderBy(desc(releves.activiteAt), desc(releves.societeId))
      .limit(lately),
  );
  return rows.map(({ id }) => id as SocieteId);
}

async function activeAfter(control: Control, after: string): Promise<SocieteId[]> {
  const rows = await control.read((db) =>
    db
      .select({ id: societes.id })
      .from(societes)
      .where(and(gt(societes.id, after), isActive))
      .orderBy(asc(societes.id))
      .limit(batch),
  );
  return rows.map(({ id }) => id as SocieteId);
}
