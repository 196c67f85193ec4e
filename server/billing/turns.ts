/** One thing at a time for each key, in the order asked; different keys do not wait for each other. */
export type Turns = {
  take<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Resolves once nothing is under way. */
  settled(): Promise<void>;
};

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take(key, work) {
      const before = last.get(key) ?? Promise.resolve();
      const mine = before.then(work, work);
      const over = mine
        .catch(() => {})
        .finally(() => {
          if (last.get(key) === over) last.delete(key);
        });
      last.set(key, over);
      return mine;
    },
    async settled() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}
