import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Context as HonoContext } from "hono";
import { appRouter } from "#server/api/root";
import { wire } from "#server/domain/wire";
import type { Doors } from "#server/doors";
import { openContext } from "./request-context.ts";
import { createTelling } from "./told-stream.ts";

const jsonType = /^application\/json\s*(?:;|$)/i;

const startTelling = createTelling(wire.serialize);

/** `/api/trpc`: JSON only, ten calls a batch, and a header no plain form can send. */
export const trpcRoute = (doors: Doors) => async (c: HonoContext) => {
  const isCall = jsonType.test(c.req.header("content-type") ?? "") && c.req.header("x-trpc-source");
  if (c.req.method !== "GET" && !isCall)
    return c.json({ error: { message: "UNSUPPORTED_MEDIA_TYPE" } }, 415);
  if (!isDecodable(c.req.path)) return c.json({ error: { message: "BAD_REQUEST" } }, 400);
  const told = startTelling();
  const answer = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: c.req.raw,
    router: appRouter,
    maxBatchSize: 10,
    createContext: ({ resHeaders, info }) =>
      openContext(doors, c, {
        resHeaders,
        tell: told.tell,
        requestedSociete: c.req.header("x-societe") ?? info.connectionParams?.["societe"] ?? null,
      }),
  });
  // tRPC says no-cache of a stream, which a cache may keep; no-transform keeps a proxy from holding it back.
  if (!answer.body || !answer.headers.get("content-type")?.startsWith("text/event-stream"))
    return answer;
  answer.headers.set("cache-control", "no-store, no-transform");
  return new Response(told.over(answer.body), answer);
};

/** tRPC takes a broken percent encoding for a failure of its own. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
