import type { LiveEvent } from "#server/journal/kinds";

const encoder = new TextEncoder();
/** What ends one event of a stream. */
const lineFeed = 10;

type Serialize = (data: unknown) => unknown;

/**
 * A stream (SSE) of tRPC's with the facts of the journal told beside it: the opening, the pings, errors and the end are
 * tRPC's; a fact, the same for every stream of its société, is put in words once and written as it is. Through tRPC each
 * stream would take a quarter of a millisecond for each fact.
 */
export type ToldStream = {
  /** Writes one fact, as tRPC writes what `tracked` yields. */
  tell(event: LiveEvent): void;
  /** The body to answer with. */
  over(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array>;
};

export function createTelling(serialize: Serialize): () => ToldStream {
  const inWords = createWording(serialize);
  return () => {
    /** Facts told before tRPC has said that the stream is open; none are kept once it has, or is over. */
    let early: Uint8Array[] | null = [];
    let listener: Listener | null = null;
    /** @returns whether somebody still listened */
    const leave = () => {
      const wasHeard = listener !== null;
      [listener, early] = [null, null];
      return wasHeard;
    };
    const write = (bytes: Uint8Array) => listener?.enqueue(bytes);
    const open = () => {
      for (const bytes of early ?? []) write(bytes);
      early = null;
    };
    return {
      tell(event) {
        const bytes = inWords(event);
        if (early) early.push(bytes);
        else write(bytes);
      },
      over(body) {
        const reader = body.getReader();
        const follow = async (controller: Listener) => {
          listener = controller;
          for await (const event of eventsOf(reader)) {
            write(event);
            open();
          }
          if (leave()) controller.close();
        };
        return new ReadableStream<Uint8Array>({
          start(controller) {
            const breakOff = (cause: unknown) => controller.error(cause);
            void follow(controller).catch(breakOff).finally(leave);
          },
          cancel(reason) {
            leave();
            return reader.cancel(reason);
          },
        });
      },
    };
  };
}

type Listener = ReadableStreamDefaultController<Uint8Array>;

/** The last fact is kept: its streams ask for it one after the other. */
function createWording(serialize: Serialize) {
  let last: { readonly key: string; readonly bytes: Uint8Array } | null = null;
  return (event: LiveEvent): Uint8Array => {
    const key = `${event.id} ${event.kind} ${event.entityId}`;
    if (last?.key !== key) {
      const text = `data: ${JSON.stringify(serialize(event))}\nid: ${event.id}\n\n`;
      last = { key, bytes: encoder.encode(text) };
    }
    return last.bytes;
  };
}

/** tRPC gives an event line by line: a fact must not come between two of them. */
async function* eventsOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let lines: Uint8Array[] = [];
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    lines.push(read.value);
    if (read.value.at(-1) !== lineFeed || read.value.at(-2) !== lineFeed) continue;
    yield Buffer.concat(lines);
    lines = [];
  }
}
