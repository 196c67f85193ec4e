import { Refusal } from "#server/domain/refusal";

/** Streams open at once: a browser opens one a tab, and each holds a socket and a listener. */
const mostPerSession = 20;
const mostPerSociete = 500;

/**
 * The live streams (SSE) each session has open, so that a logout cuts them at once: the context of a subscription is
 * built when it opens and would otherwise outlive the right to read.
 */
export type SessionStreams = {
  /**
   * Registers one stream of a session in a société. `signal` aborts when the session ends; call `release` when the stream is
   * over.
   *
   * @throws Refusal TOO_MANY_STREAMS when this session has 20 open, or the société 500
   */
  open(sessionId: string, societeId?: string): { readonly signal: AbortSignal; release(): void };
  /** Cuts every stream of these sessions. */
  close(sessionIds: readonly string[]): void;
  /** Cuts every stream: the service stops. */
  closeAll(): void;
  /** How many streams are open, for the metrics and the tests. */
  count(): number;
};

export function createSessionStreams(): SessionStreams {
  const bySession = new Map<string, Set<AbortController>>();
  const bySociete = new Map<string, Set<AbortController>>();

  const close = (sessionIds: readonly string[]) => {
    for (const sessionId of sessionIds) {
      const streams = bySession.get(sessionId);
      bySession.delete(sessionId);
      for (const controller of streams ?? []) controller.abort();
    }
  };
  return {
    open(sessionId, societeId) {
      const controller = new AbortController();
      const leaveSession = enter(bySession, sessionId, { controller, most: mostPerSession });
      if (societeId === undefined) return { signal: controller.signal, release: leaveSession };
      try {
        const leaveSociete = enter(bySociete, societeId, { controller, most: mostPerSociete });
        const release = () => {
          leaveSession();
          leaveSociete();
        };
        return { signal: controller.signal, release };
      } catch (refusal) {
        leaveSession();
        throw refusal;
      }
    },
    close,
    closeAll: () => close([...bySession.keys()]),
    count: () => [...bySession.values()].reduce((sum, streams) => sum + streams.size, 0),
  };
}

type Streams = Map<string, Set<AbortController>>;
type Entry = { readonly controller: AbortController; readonly most: number };

/** @returns how to leave again */
function enter(all: Streams, key: string, { controller, most }: Entry): () => void {
  const streams = all.get(key) ?? new Set();
  if (streams.size >= most) throw new Refusal("TOO_MANY_STREAMS");
  all.set(key, streams.add(controller));
  return () => {
    streams.delete(controller);
    if (streams.size === 0 && all.get(key) === streams) all.delete(key);
  };
}
