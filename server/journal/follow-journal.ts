import { and, desc, eq, gte, notInArray, or } from "drizzle-orm";
import { journal } from "#db/tenant/schema/journal";
import type { Tenant } from "#server/tenancy/tenant";
import { bus } from "./bus.ts";
import { hasLine, type JournalKind, type LiveEvent, quietKinds } from "./kinds.ts";

/** More than this missed: the page had better reload its lists than replay. */
const longestReplay = 200;

/**
 * Events of a société after line `after`, without a gap and without a double: it listens first, then replays what the
 * journal holds, then follows until `signal` aborts. Without `after` it says first where the journal is.
 *
 * An event without a line carries the id of the last line, so that a resumption starts at the right place.
 */
export async function* followJournal(
  tenant: Tenant,
  after: number | null,
  signal: AbortSignal,
): AsyncGenerator<LiveEvent> {
  const live = listen(tenant, signal);
  try {
    let { last, events } = await missedSince(tenant, after);
    while (!signal.aborted) {
      for (const event of events) {
        if (hasLine(event) && event.id <= last) continue;
        last = Math.max(last, event.id);
        yield { ...event, id: last };
      }
      events = await live.next();
    }
  } finally {
    live.stop();
  }
}

/** What is published from now on, in bunches; an empty bunch when the signal aborts. */
function listen({ societeId }: Tenant, signal: AbortSignal) {
  let waiting: LiveEvent[] = [];
  let wake = () => {};
  const unsubscribe = bus.subscribe(societeId, (event) => {
    waiting.push(event);
    wake();
  });
  const onAbort = () => wake();
  signal.addEventListener("abort", onAbort);
  return {
    async next(): Promise<LiveEvent[]> {
      if (waiting.length === 0 && !signal.aborted)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const events = waiting;
      waiting = [];
      return events;
    },
    stop() {
      signal.removeEventListener("abort", onAbort);
      unsubscribe();
    },
  };
}

/** Entries, refusals and downloads change nothing on a page. */
const isTold = notInArray(journal.kind, [...quietKinds]);

type Missed = { readonly last: number; readonly events: LiveEvent[] };

/**
 * What happened after line `after`. A place unknown to this journal (it was restored to an earlier day), or too far
 * back, starts anew: the page reloads its lists.
 */
async function missedSince(tenant: Tenant, after: number | null): Promise<Missed> {
  const anew = async () => ({ last: -1, events: [await opened(tenant)] });
  if (after === null) return anew();
  const rows = await tenant.read((db) =>
    db
      .select({ id: journal.id, kind: journal.kind, entityId: journal.entityId })
      .from(journal)
      .where(and(gte(journal.id, after), or(eq(journal.id, after), isTold)))
      .orderBy(journal.id)
      .limit(longestReplay + 2),
  );
  const isKnown = after === 0 || rows[0]?.id === after;
  const missed = rows.filter(({ id }) => id > after);
  if (!isKnown || missed.length > longestReplay) return anew();
  return { last: after, events: missed.map((row) => ({ ...row, kind: row.kind as JournalKind })) };
}

async function opened(tenant: Tenant): Promise<LiveEvent> {
  const [head] = await tenant.read((db) =>
    db.select({ id: journal.id }).from(journal).orderBy(desc(journal.id)).limit(1),
  );
  return { id: head?.id ?? 0, kind: "live.opened", entityId: "" };
}
