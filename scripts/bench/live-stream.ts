import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { performance } from "node:perf_hooks";

/** A stream (SSE) as a browser holds it. */
export type LiveStream = {
  /** What came, in its order, and when. */
  readonly arrived: readonly { readonly at: number; readonly text: string }[];
  /** Whether the service said so or cut it. */
  ended(): boolean;
  leave(): void;
};

type Sent = Readonly<Record<string, string>>;

/** What a browser asks to follow a société. */
export const followedBy = (cookie: string, societe: string): Sent => ({
  cookie,
  "x-societe": societe,
});

export const livePath = "/api/trpc/journal.live?input=";

/** Resolves once the service has begun to answer. @throws Error when it refuses */
export async function openLiveStream(url: string, sent: Sent): Promise<LiveStream> {
  const asked = request(url, {
    agent: false,
    headers: { ...sent, accept: "text/event-stream" },
  });
  asked.on("error", () => undefined);
  asked.end();
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`no stream: ${answer.statusCode}`);
  const arrived: { at: number; text: string }[] = [];
  let isEnded = false;
  answer.on("close", () => {
    isEnded = true;
  });
  answer.on("error", () => undefined);
  answer.on("data", (chunk: Buffer) => {
    arrived.push({ at: performance.now(), text: chunk.toString("utf8") });
  });
  return { arrived, ended: () => isEnded, leave: () => asked.destroy() };
}
