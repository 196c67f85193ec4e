/** Counts by name since the start, for the log and the console. */
export type Tally = {
  /** @returns how many times `name` was counted, this one included */
  count(name: string): number;
  read(): Readonly<Record<string, number>>;
};

export function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    count(name) {
      const next = (counts.get(name) ?? 0) + 1;
      counts.set(name, next);
      return next;
    },
    read: () => Object.fromEntries(counts),
  };
}
