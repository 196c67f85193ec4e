import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { PageAnswersContext } from "./answer";
import { AnswersContext } from "./answers";
import { charts } from "./components/charts/charts";
import { ChartsContext } from "./components/charts/charts-context";
import { PageLangueContext } from "./i18n/page-langue";
import { speak } from "./i18n/spoken";
import { catalogueUrl, tongues } from "./i18n/tongues.server";
import { NonceContext } from "./nonce";

/** Nothing a loader answers is still to come; Remix keeps a page's data in memory for this long after it is sent, ms. */
export const streamTimeout = 1_000;

/**
 * Every page is written whole, then sent: its loaders have awaited all it shows, so streaming would send nothing
 * earlier, and writing it as bytes piece by piece costs more than drawing it. A page that cannot be drawn throws, and
 * Remix draws its error page.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  { serverHandoffStream, ...remixContext }: EntryContext,
  { nonce, langue, answers: read }: AppLoadContext,
) {
  const answers = serverHandoffStream ? await textOf(serverHandoffStream) : "";
  speak(tongues[langue]);
  const page = renderToString(
    <NonceContext.Provider value={nonce}>
      <PageLangueContext.Provider value={{ langue, catalogue: catalogueUrl(langue) }}>
        <AnswersContext.Provider value={answers}>
          <PageAnswersContext.Provider value={read}>
            <ChartsContext.Provider value={charts}>
              <RemixServer context={remixContext} url={request.url} nonce={nonce} />
            </ChartsContext.Provider>
          </PageAnswersContext.Provider>
        </AnswersContext.Provider>
      </PageLangueContext.Provider>
    </NonceContext.Provider>,
  );
  headers.set("content-type", "text/html; charset=utf-8");
  // React says the type of the document only when it streams; without it tables inherit neither size nor colour.
  return new Response(bytesOf(`<!DOCTYPE html>${page}`), { headers, status });
}

/** In UTF-8: a unit takes three bytes at most, and counting them first costs a quarter more. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.allocUnsafe(text.length * 3);
  return bytes.subarray(0, bytes.write(text));
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let next = await reader.read(); !next.done; next = await reader.read())
    text += decoder.decode(next.value, { stream: true });
  return text;
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) (context as AppLoadContext).logError(error, request);
};
