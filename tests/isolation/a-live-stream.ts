import type { Service } from "../support/a-service.ts";
import { headersOf, readEvents, type StreamEvent } from "../support/trpc-wire.ts";

type Options = {
  readonly cookie: string;
  readonly societe: string;
  readonly lastEventId?: string;
  readonly input?: object;
};

export type LiveStream = {
  /** What has come so far, the opening left out. */
  readonly events: StreamEvent[];
  readonly status: number;
  /** Resolves with true once the service ends the stream, false after `ms`. */
  endsWithin(ms: number): Promise<boolean>;
  /** Resolves once `count` events have come, or after `ms`. */
  waitFor(count: number, ms?: number): Promise<void>;
  leave(): void;
};

/** Follow a société's journal over HTTP, as the browser does. */
export async function aLiveStream(service: Service, options: Options): Promise<LiveStream> {
  const { cookie, societe, lastEventId, input } = options;
  const leaving = new AbortController();
  const json = encodeURIComponent(JSON.stringify({ json: input ?? null }));
  const answer = await service.request(`/api/trpc/journal.live?input=${input ? json : ""}`, {
    headers: headersOf({
      cookie,
      societe,
      headers: { ...(lastEventId && { "last-event-id": lastEventId }) },
    }),
    signal: leaving.signal,
  });
  const events: StreamEvent[] = [];
  let ended = false;
  const reading = (async () => {
    for await (const event of readEvents(answer)) {
      if (event.event === "connected" || event.event === "ping") continue;
      events.push(event);
    }
    ended = true;
  })().catch(() => {
    ended = true;
  });
  return {
    events,
    status: answer.status,
    endsWithin: async (ms) => {
      await Promise.race([reading, pause(ms)]);
      return ended;
    },
    waitFor: async (count, ms = 2_000) => {
      const until = Date.now() + ms;
      while (events.length < count && Date.now() < until) await pause(5);
    },
    leave: () => leaving.abort(),
  };
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
