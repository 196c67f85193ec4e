import { log } from "#server/log";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId, Tenant } from "#server/tenancy/tenant";
import { appendJournal } from "./append-journal.ts";
import type { QuietKind } from "./kinds.ts";
import { keepOrigin } from "./origins.ts";
import type { By } from "./recorded.ts";

/** Something seen rather than written: an entry, a refusal, a download. */
type Sight = {
  readonly kind: Exclude<QuietKind, "journal.saturated">;
  readonly entityId: string;
  /** Flat: sights that say the same become one line, counted. */
  readonly payload?: Readonly<Record<string, string | number>>;
};

type Seen = { readonly sight: Sight; readonly by: By; count: number };
type Waiting = { readonly seen: Map<string, Seen>; lost: number };

/** Long enough for a burst to become few lines, short enough for a page opened next to show them. */
const gatherMs = 500;
/** Different sights of one société waiting at once; more are counted in one line. */
const mostWaiting = 500;
const retryMs = 5_000;

const service = { userId: "", userName: "FacturePro" };

export type Witness = ReturnType<typeof createWitness>;

/**
 * Keeps what is seen in a société until the answer has left, then writes it in the journal through the société's own
 * queue. The same thing seen again meanwhile is one line with its count (`fois`): whoever knocks a thousand times fills
 * no disk. A clean stop writes everything first.
 */
export function createWitness({ openTenant }: Pick<Tenancy, "openTenant">) {
  const waiting = new Map<SocieteId, Waiting>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  function note(societeId: SocieteId, sight: Sight, by: By): void {
    const own = waiting.get(societeId) ?? { seen: new Map<string, Seen>(), lost: 0 };
    waiting.set(societeId, own);
    const { ip = "", agent = "" } = by.origin ?? {};
    const key = JSON.stringify([sight, by.actor.userId, ip, agent]);
    const same = own.seen.get(key);
    if (same) same.count += 1;
    else if (own.seen.size < mostWaiting) own.seen.set(key, { sight, by, count: 1 });
    else own.lost += 1;
    writeIn(gatherMs);
  }

  function writeIn(ms: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void writeAll();
    }, ms).unref();
  }

  /** Whatever cannot be written waits for the next time. */
  function writeAll(): Promise<void> {
    writing = writing.then(async () => {
      for (const [societeId, own] of [...waiting]) {
        waiting.delete(societeId);
        await writeSights(openTenant(societeId), own).catch((err: unknown) => {
          log.error({ societeId, err, lines: own.seen.size }, "journal lines kept for later");
          putBack(societeId, own);
          writeIn(retryMs);
        });
      }
    });
    return writing;
  }

  function putBack(societeId: SocieteId, own: Waiting): void {
    const since = waiting.get(societeId);
    for (const [key, one] of since?.seen ?? [])
      if (own.seen.size < mostWaiting) own.seen.set(key, one);
      else own.lost += one.count;
    own.lost += since?.lost ?? 0;
    waiting.set(societeId, own);
  }

  /** Resolves when what was seen so far is on disk. */
  async function settled(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    await writeAll();
  }

  return {
    note,
    settled,
    /** To call once no request runs, before the tenancy closes. */
    async close(): Promise<void> {
      await settled();
      clearTimeout(timer);
      for (const [societeId, { seen, lost }] of waiting)
        log.error(
          { societeId, lines: seen.size + lost },
          "journal lines lost: société unavailable",
        );
    },
  };
}

async function writeSights(tenant: Tenant, { seen, lost }: Waiting): Promise<void> {
  await tenant.write(async (tx) => {
    for (const { sight, by, count } of seen.values()) {
      const { actor, now, origin } = by;
      const place = origin && { societeId: tenant.societeId, origin, at: now.at };
      const origine = place ? await keepOrigin(tx, place) : null;
      const payload = { ...sight.payload, ...(count > 1 && { fois: count }) };
      await appendJournal(tx, { ...sight, payload }, { actor, now, origine });
    }
    const last = [...seen.values()].at(-1);
    if (lost === 0 || !last) return;
    const fact = {
      kind: "journal.saturated",
      entityId: tenant.societeId,
      payload: { lost },
    } as const;
    await appendJournal(tx, fact, { actor: service, now: last.by.now, origine: null });
  });
}
