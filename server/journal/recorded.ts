import type { Moment } from "#server/domain/calendar-day";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";
import type { Actor } from "./actor.ts";
import { appendJournal, type Fact } from "./append-journal.ts";
import { bus } from "./bus.ts";
import type { LiveEvent } from "./kinds.ts";
import { keepOrigin, type Origin, rememberOrigin } from "./origins.ts";

export type By = {
  readonly actor: Actor;
  readonly now: Moment;
  /** Absent: the service itself. */
  readonly origin?: Origin;
};
/** Write the fact in the journal, in this transaction; it goes out live once committed. */
export type Log = (fact: Fact) => Promise<void>;

/** One write of the société whose facts are journalled in it and published after it: every use case writes through here. */
export async function recorded<T>(
  tenant: Tenant,
  by: By,
  work: (tx: TenantTx, log: Log) => Promise<T>,
): Promise<T> {
  const { actor, now, origin } = by;
  const place = origin && { societeId: tenant.societeId, origin, at: now.at };
  const { result, events, origine } = await tenant.write(async (tx) => {
    const facts: LiveEvent[] = [];
    let kept: string | null = null;
    const log: Log = async (fact) => {
      if (place) kept ??= await keepOrigin(tx, place);
      facts.push(await appendJournal(tx, fact, { actor, now, origine: kept }));
    };
    return { result: await work(tx, log), events: facts, origine: kept as string | null };
  });
  if (place && origine !== null) rememberOrigin(place, origine);
  bus.publish(tenant.societeId, events);
  return result;
}
