import type { Moment } from "#server/domain/calendar-day";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";
import type { Actor } from "./actor.ts";
import { appendJournal, type Fact } from "./append-journal.ts";
import { bus } from "./bus.ts";
import type { LiveEvent } from "./kinds.ts";

export type By = { readonly actor: Actor; readonly now: Moment };
/** Write the fact in the journal, in this transaction; it goes out live once committed. */
export type Log = (fact: Fact) => Promise<void>;

/** One write of the société whose facts are journalled in it and published after it: every use case writes through here. */
export async function recorded<T>(
  tenant: Tenant,
  by: By,
  work: (tx: TenantTx, log: Log) => Promise<T>,
): Promise<T> {
  const { result, events } = await tenant.write(async (tx) => {
    const facts: LiveEvent[] = [];
    const log: Log = async (fact) => {
      facts.push(await appendJournal(tx, fact, by));
    };
    return { result: await work(tx, log), events: facts };
  });
  bus.publish(tenant.societeId, events);
  return result;
}
