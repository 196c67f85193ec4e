/**
 * The live streams (SSE) each session has open, so that a logout cuts them at once: the context of a subscription is
 * built when it opens and would otherwise outlive the right to read.
 */
export type SessionStreams = {
  /** Registers one stream. `signal` aborts when the session ends; call `release` when the stream is over. */
  open(sessionId: string): { readonly signal: AbortSignal; release(): void };
  /** Cuts every stream of these sessions. */
  close(sessionIds: readonly string[]): void;
  /** Cuts every stream: the service stops. */
  closeAll(): void;
  /** How many streams are open, for the metrics and the tests. */
  count(): number;
};

export function createSessionStreams(): SessionStreams {
  const bySession = new Map<string, Set<AbortController>>();

  const close = (sessionIds: readonly string[]) => {
    for (const sessionId of sessionIds) {
      const streams = bySession.get(sessionId);
      bySession.delete(sessionId);
      for (const controller of streams ?? []) controller.abort();
    }
  };
  return {
    open(sessionId) {
      const controller = new AbortController();
      const streams = bySession.get(sessionId) ?? new Set();
      bySession.set(sessionId, streams.add(controller));
      const release = () => {
        streams.delete(controller);
        if (streams.size === 0 && bySession.get(sessionId) === streams) bySession.delete(sessionId);
      };
      return { signal: controller.signal, release };
    },
    close,
    closeAll: () => close([...bySession.keys()]),
    count: () => [...bySession.values()].reduce((sum, streams) => sum + streams.size, 0),
  };
}
