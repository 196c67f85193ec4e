import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

type Value = { readonly stringValue?: string; readonly intValue?: number };
type Raw = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: readonly { readonly key: string; readonly value: Value }[];
  readonly status: { readonly code?: number };
};
export type Received = Omit<Raw, "attributes"> & {
  readonly facts: Readonly<Record<string, string | number | undefined>>;
};

type Batch = {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Raw["attributes"] };
    readonly scopeSpans: readonly { readonly spans: readonly Raw[] }[];
  }[];
};

/** What receives traces over OTLP/HTTP, as JSON, and keeps them. */
export async function aCollector() {
  const spans: Received[] = [];
  const requests: { readonly path: string; readonly headers: IncomingMessage["headers"] }[] = [];
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString("utf8");
    bodies.push(body);
    requests.push({ path: request.url ?? "", headers: request.headers });
    spans.push(...spansOf(JSON.parse(body) as Batch));
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, spans, requests, bodies };
}

const spansOf = ({ resourceSpans }: Batch): Received[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap((scope) =>
      scope.spans.map(({ attributes, ...span }) => ({
        ...span,
        facts: factsOf([...resource.attributes, ...attributes]),
      })),
    ),
  );

const factsOf = (attributes: Raw["attributes"]) =>
  Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]),
  );
