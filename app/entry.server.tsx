import { Writable } from "node:stream";
import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "./nonce";

const abortDelayMs = 5_000;

/** Nothing a loader answers is still to come; Remix keeps a page's data in memory for this long after it is sent, ms. */
export const streamTimeout = 1_000;

/**
 * Every page is written whole, then sent: its loaders have awaited all it shows, so streaming would send nothing
 * earlier, and each of some fifty pieces would go through three kinds of streams.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, logError }: AppLoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    let answered = status;
    let hasShell = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer
          context={remixContext}
          url={request.url}
          abortDelay={abortDelayMs}
          nonce={nonce}
        />
      </NonceContext.Provider>,
      {
        nonce,
        onShellReady: () => {
          hasShell = true;
        },
        onAllReady: () => {
          clearTimeout(late); // or it would hold the whole page for six seconds more
          headers.set("content-type", "text/html; charset=utf-8");
          pipe(gathering((body) => resolve(new Response(body, { headers, status: answered }))));
        },
        onShellError: reject,
        onError: (error) => {
          answered = 500;
          logError(error, request);
        },
      },
    );
    const giveUp = () => {
      abort();
      // React 18 says nothing of a page given up before its shell: without this it would never be answered.
      if (!hasShell) reject(new Error(`nothing of ${request.url} was ready in time`));
    };
    const late = setTimeout(giveUp, abortDelayMs + 1_000).unref();
  });
}

/** Hands over everything written to it, once. */
function gathering(whole: (body: Uint8Array<ArrayBuffer>) => void): Writable {
  const pieces: Buffer[] = [];
  return new Writable({
    write(piece: Buffer, _, next) {
      pieces.push(piece);
      next();
    },
    final(next) {
      whole(Buffer.concat(pieces));
      next();
    },
  });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) (context as AppLoadContext).logError(error, request);
};
