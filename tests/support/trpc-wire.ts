import { appRouter } from "#server/api/root";
import { wire } from "#server/domain/wire";
import { type Service, serviceOrigin } from "./a-service.ts";

type ProcedureType = "query" | "mutation" | "subscription";

type Definition = {
  readonly _def: { readonly type: ProcedureType; readonly meta?: unknown };
};

/** Every procedure of a router by its path, as the router itself lists them. */
export const proceduresOf = (router: { readonly _def: { readonly procedures: object } }) =>
  router._def.procedures as Readonly<Record<string, Definition>>;

export type Call = {
  readonly path: string;
  readonly input?: unknown;
  /** `name=value`, as the browser gives it back. */
  readonly cookie?: string | null;
  /** Header `x-societe`: the société the page believes to be on. */
  readonly societe?: string | null;
  /** The JSON as it travels, instead of `input` serialized by wire. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Answer = {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly refusal: string | null;
  readonly code: string | null;
  readonly requestId: string | null;
  /** The output, null when refused. */
  readonly data: unknown;
};

/** Call one procedure as the browser does: same URL, same headers, same serialization. */
export async function callProcedure(service: Service, call: Call): Promise<Answer> {
  const type = proceduresOf(appRouter)[call.path]?._def.type ?? "query";
  const raw = call.raw ?? JSON.stringify(wire.serialize(call.input));
  const headers = headersOf(call);
  if (type === "mutation") {
    const response = await service.request(`/api/trpc/${call.path}`, {
      method: "POST",
      body: raw,
      headers: { ...headers, "content-type": "application/json", origin: serviceOrigin },
    });
    return read(response);
  }
  const url = `/api/trpc/${call.path}?input=${encodeURIComponent(raw)}`;
  if (type === "query") return read(await service.request(url, { headers }));
  const leaving = new AbortController();
  try {
    return await readStream(await service.request(url, { headers, signal: leaving.signal }));
  } finally {
    leaving.abort();
  }
}

export function headersOf({
  cookie,
  societe,
  headers,
}: Omit<Call, "path">): Record<string, string> {
  return {
    "x-trpc-source": "test",
    ...(cookie && { cookie }),
    ...(societe && { "x-societe": societe }),
    ...headers,
  };
}

type Shape = {
  result?: { data?: { json?: unknown } };
  error?: { json?: { data?: { refusal?: string; code?: string; requestId?: string } } };
};

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = parse(text) as Shape | undefined;
  const refused = body?.error?.json?.data;
  return {
    status: response.status,
    text,
    headers: response.headers,
    refusal: refused?.refusal ?? null,
    code: refused?.code ?? null,
    requestId: refused?.requestId ?? response.headers.get("x-request-id"),
    data: body?.result?.data ? wire.deserialize(body.result.data as never) : null,
  };
}

/** How long a stream may stay silent before it counts as open with nothing to say. */
const silenceMs = 500;

/** A stream is read until its first event, refused or not, then left. */
async function readStream(response: Response): Promise<Answer> {
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) return read(response);
  const { headers } = response;
  const silence = new Promise<StreamEvent>((resolve) => {
    setTimeout(resolve, silenceMs, { data: "" });
  });
  const event = await Promise.race([firstOf(readEvents(response)), silence]);
  return { ...answerOf(event), text: `${event.event ?? ""} ${event.data}`, headers };
}

async function firstOf(events: AsyncGenerator<StreamEvent>): Promise<StreamEvent> {
  for await (const event of events)
    if (event.event !== "connected" && event.event !== "ping") return event;
  throw new Error("the stream ended without an event");
}

type Refused = { refusal?: string; code?: string; requestId?: string; httpStatus?: number };

function answerOf({ event, data }: StreamEvent): Omit<Answer, "text" | "headers"> {
  const nothing = { refusal: null, code: null, requestId: null };
  if (event !== "serialized-error") return { ...nothing, status: 200, data };
  const shape = parse(data) as { json?: { data?: Refused } } | undefined;
  const { httpStatus = 500, ...refused } = shape?.json?.data ?? {};
  return { ...nothing, ...refused, status: httpStatus, data: null };
}

export type StreamEvent = { readonly event?: string; readonly data: string; readonly id?: string };

/** Server-sent events of an answer as they come; leaving the loop closes the stream. */
export async function* readEvents(response: Response): AsyncGenerator<StreamEvent> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    while (reader) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = `${rest}${value}`.split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) yield eventOf(block);
    }
  } finally {
    await reader?.cancel();
  }
}

function eventOf(block: string): StreamEvent {
  const fields = Object.fromEntries(
    block
      .split("\n")
      .map((line) => /^(\w+): ?(.*)$/.exec(line))
      .flatMap((match) => (match ? [[match[1], match[2]]] : [])),
  ) as Record<string, string>;
  return { data: "", ...fields };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
