import { Refusal } from "#server/domain/refusal";

type Closable = { close(checkpoint?: boolean): Promise<void> };
type Entry<B> = { base: Promise<B>; users: number; stale: boolean };

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
  /** The next use opens anew; the present base closes after its last user. Resolves once all bases of `key` are closed. */
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
  const leaving = createLeaving<K, B>(entries, options.onClosed);

  function entryOf(key: K): Entry<B> {
    const known = entries.get(key);
    if (known) entries.delete(key);
    else openings++;
    const entry = known ?? { base: options.open(key), users: 0, stale: false };
    entries.set(key, entry); // now the most recent
    return entry;
  }

  function evict() {
    for (const [key, entry] of evictable(entries, options.capacity)) {
      entries.delete(key);
      void closeEntry(entry, false, options.onClosed);
    }
  }

  function giveBack(entry: Entry<B>) {
    entry.users--;
    users--;
    if (entry.stale && entry.users === 0) void leaving.close(entry);
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
          leaving.add(key, entry);
          throw cause;
        });
        return await job(base);
      } finally {
        giveBack(entry);
      }
    },
    forget(key) {
      const entry = entries.get(key);
      if (entry) {
        leaving.add(key, entry);
        if (entry.users === 0) void leaving.close(entry);
      }
      return leaving.settled(key);
    },
    async close() {
      closing = true;
      if (users > 0) await new Promise<void>((resolve) => (closing = resolve));
      await Promise.all(
        [...entries.values()].map((each) => closeEntry(each, true, options.onClosed)),
      );
      entries.clear();
    },
    stats: () => ({ open: entries.size, users, openings }),
  };
}

/** From the least recent, those nobody uses, until the capacity is kept. */
function* evictable<K, B>(entries: ReadonlyMap<K, Entry<B>>, capacity: number) {
  for (const each of entries) {
    if (entries.size <= capacity) return;
    if (each[1].users === 0) yield each;
  }
}

/** Bases no longer lent and not closed yet, since somebody still works on them. */
function createLeaving<K, B extends Closable>(lent: Map<K, Entry<B>>, onClosed: () => void) {
  const entries = new Map<Entry<B>, { key: K; closed: Promise<void>; resolve: () => void }>();
  return {
    add(key: K, entry: Entry<B>) {
      if (lent.get(key) === entry) lent.delete(key);
      if (entry.stale) return;
      entry.stale = true;
      let resolve = () => {};
      const closed = new Promise<void>((done) => {
        resolve = done;
      });
      entries.set(entry, { key, closed, resolve });
    },
    async close(entry: Entry<B>) {
      await closeEntry(entry, false, onClosed);
      entries.get(entry)?.resolve();
      entries.delete(entry);
    },
    /** Resolves once none of `key` is left. */
    async settled(key: K) {
      const mine = [...entries.values()].filter((each) => each.key === key);
      await Promise.all(mine.map(({ closed }) => closed));
    },
  };
}

/** A base that could not be opened has nothing to close. */
async function closeEntry({ base }: Entry<Closable>, checkpoint: boolean, onClosed: () => void) {
  const opened = await base.catch(() => null);
  await opened?.close(checkpoint);
  onClosed();
}
