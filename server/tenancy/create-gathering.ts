export type Gathering = {
  /** Runs `work`, then waits for the others that are at theirs, a few milliseconds at most. */
  through<T>(work: () => Promise<T>): Promise<T>;
};

/**
 * Lets those who do the same thing at the same time come out of it together: what they write next then shares one commit.
 * Whoever is alone waits for nobody.
 *
 * @param longest wait of the first to be ready, ms
 */
export function createGathering(longest: number): Gathering {
  let working = 0;
  const ready: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;

  function release(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const leave of ready.splice(0)) leave();
  }

  return {
    async through(work) {
      working++;
      try {
        return await work();
      } finally {
        working--;
        if (working === 0) release();
        else
          await new Promise<void>((resolve) => {
            ready.push(resolve);
            timer ??= setTimeout(release, longest);
          });
      }
    },
  };
}
