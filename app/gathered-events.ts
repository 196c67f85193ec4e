/** Long enough for the answer of one's own write to arrive first, short enough to look immediate. */
const patienceMs = 200;

/** While events pour in (an import, a night's renderings), the page reads again about once a second, not once each. */
const restMs = 800;

/** An event and when it was heard, ms UTC. */
export type Heard<E> = { readonly event: E; readonly at: number };

/** Events gathered into one reading: a first one waits a moment for others, a burst waits for the last reading's rest. */
export function gatheredEvents<E>(read: (heard: readonly Heard<E>[]) => void) {
  let waiting: Heard<E>[] = [];
  let lastRead = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    const heard = waiting;
    waiting = [];
    timer = undefined;
    lastRead = Date.now();
    read(heard);
  };

  return {
    add(event: E): void {
      const at = Date.now();
      waiting.push({ event, at });
      timer ??= setTimeout(flush, Math.max(patienceMs, lastRead + restMs - at));
    },
    stop(): void {
      clearTimeout(timer);
      timer = undefined;
      waiting = [];
    },
  };
}
