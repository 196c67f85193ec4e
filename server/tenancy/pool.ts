import { Refusal } from "#server/domain/refusal";

type Closable = { close(checkpoint?: boolean): Promise<void> };
type Entry<B> = { base: Promise<B>; users: number; stale: boolean; onGone: (() => void)[] };

type PoolOptions<K, B> = {
  /** How many bases stay open when nobody uses them. */
  readonly capacity: number;
  open(key: K): Promise<B>;
  /** Called after each closing by eviction. */
  onClosed(): void;
};

export type Pool<K, B> = {
  /** Lends the base of `key`, opened once however many ask; it is not closed before `job` settles. */
  use<T>(key: K, job: (base: B) => Promise<T>): Promise<T>;
  /** The next use opens anew; the present base closes after its last user. Resolves once it is closed. */
  forget(key: K): Promise<void>;
  /** Refuses new uses, waits for the running ones, closes everything with a checkpoint. */
  close(): Promise<void>;
  stats(): { open: number; users: number; openings: number };
};

/** Opened bases, least recently used first. A failed opening is not remembered. */
export function createPool<K, B extends Closable>(options: PoolOptions<K, B>): Pool<K, B> {
  const entries = new Map<K, Entry<B>>();
  let users = 0;
  let openings = 0;
  let closing: (() => void) | true | null = null;

  function entryOf(key: K): Entry<B> {
    const known = entries.get(key);
    if (known) entries.delete(key);
    else openings++;
    const entry = known ?? { base: options.open(key), users: 0, stale: false, onGone: [] };
    entries.set(key, entry); // now the most recent
    return entry;
  }

  function forgetEntry(key: K, entry: Entry<B>) {
    entry.stale = true;
    if (entries.get(key) === entry) entries.delete(key);
  }

  /** From the least recent, those nobody uses, until the capacity is kept. */
  function evict() {
    for (const [key, entry] of entries) {
      if (entries.size <= options.capacity) return;
      if (entry.users > 0) continue;
      entries.delete(key);
      void closeEntry(entry, false, options.onClosed);
    }
  }

  function giveBack(entry: Entry<B>) {
    entry.users--;
    users--;
    if (entry.stale && entry.users === 0) void closeEntry(entry, false, options.onClosed);
    evict();
    if (users === 0 && typeof closing === "function") closing();
  }

  return {
    async use(key, job) {
      if (closing) throw new Refusal("SERVICE_STOPPING");
      const entry = entryOf(key);
      entry.users++;
      users++;
      try {
        const base = await entry.base.catch((cause: unknown) => {
          forgetEntry(key, entry);
          throw cause;
        });
        return await job(base);
      } finally {
        giveBack(entry);
      }
    },
    forget(key) {
      const entry = entries.get(key);
      if (!entry) return Promise.resolve();
      forgetEntry(key, entry);
      if (entry.users === 0) void closeEntry(entry, false, options.onClosed);
      return new Promise((resolve) => entry.onGone.push(resolve));
    },
    async close() {
      closing = true;
      if (users > 0) {
        await new Promise<void>((resolve) => {
          closing = resolve;
        });
      }
      await Promise.all(
        [...entries.values()].map((entry) => closeEntry(entry, true, options.onClosed)),
      );
      entries.clear();
    },
    stats: () => ({ open: entries.size, users, openings }),
  };
}

/** A base that could not be opened has nothing to close. */
async function closeEntry(
  { base, onGone }: Entry<Closable>,
  checkpoint: boolean,
  onClosed: () => void,
) {
  const opened = await base.catch(() => null);
  await opened?.close(checkpoint);
  onClosed();
  for (const tell of onGone) tell();
}
