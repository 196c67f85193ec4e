import type { SocieteId } from "#server/tenancy/tenant";
import type { LiveEvent } from "./kinds.ts";

type Listener = (event: LiveEvent) => void;
type Watcher = (societeId: SocieteId) => void;

/**
 * What just happened in each société, within this process (one process owns a data directory). Published after the
 * commit, never before; a slow listener must queue for itself.
 */
class Bus {
  readonly #listeners = new Map<SocieteId, Set<Listener>>();
  readonly #watchers = new Set<Watcher>();

  publish(societeId: SocieteId, events: readonly LiveEvent[]): void {
    for (const watch of this.#watchers) watch(societeId);
    const listeners = this.#listeners.get(societeId);
    if (!listeners) return;
    for (const event of events) for (const listen of [...listeners]) listen(event);
  }

  /** Something that concerns every société, and changed nothing in any. */
  tellEverybody(event: LiveEvent): void {
    for (const listeners of [...this.#listeners.values()])
      for (const listen of [...listeners]) listen(event);
  }

  /** @returns how to stop listening. */
  subscribe(societeId: SocieteId, listen: Listener): () => void {
    const listeners = this.#listeners.get(societeId) ?? new Set();
    this.#listeners.set(societeId, listeners.add(listen));
    return () => {
      listeners.delete(listen);
      if (listeners.size === 0 && this.#listeners.get(societeId) === listeners)
        this.#listeners.delete(societeId);
    };
  }

  /** Told that something happened, whatever the société. @returns how to stop. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** How many streams a société has open. */
  listenersOf(societeId: SocieteId): number {
    return this.#listeners.get(societeId)?.size ?? 0;
  }
}

export const bus = new Bus();
