import { setTimeout as sleep } from "node:timers/promises";
import type { Context, Span as OtelSpan } from "@opentelemetry/api";
import { Refusal } from "#server/domain/refusal";
import type { Env } from "#server/env";
import { log } from "#server/log";
import { type Note, type Span, setTracer, type Tracer } from "./traced.ts";

type Options = Pick<
  Env,
  | "OTEL_EXPORTER_OTLP_ENDPOINT"
  | "OTEL_EXPORTER_OTLP_HEADERS"
  | "OTEL_SERVICE_NAME"
  | "OTEL_TRACES_SAMPLER_ARG"
>;

/** Exports what is left and stops, within two seconds whatever the endpoint does. */
type Stop = () => Promise<void>;

const stopMs = 2_000;
/** A batch that is not taken by then is lost. */
const exportMs = 5_000;
/** An endpoint that is down is said once, then once an hour. */
const complainEvery = 3_600_000;

/** Loaded by nobody else, and only where traces are wanted: they cost more start than the rest of the watch together. */
const load = () =>
  Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace-node"),
    import("@opentelemetry/resources"),
    import("@opentelemetry/exporter-trace-otlp-http"),
  ]);

type Loaded = Awaited<ReturnType<typeof load>>;

/**
 * Traces by OTLP over HTTP, when an endpoint is named; nothing at all otherwise. Spans are batched and sent beside the
 * work: an endpoint that is slow or down delays nothing, and what its queue cannot hold is dropped.
 *
 * @param named environment-like: the base URL, `/v1/traces` is added
 */
export async function startTraces(named: Options, version: string): Promise<Stop> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = named;
  if (endpoint === undefined) return async () => {};
  const loaded = await load();
  const [api, sdk, { resourceFromAttributes }] = loaded;
  const provider = new sdk.NodeTracerProvider({
    resource: resourceFromAttributes({
      "service.name": named.OTEL_SERVICE_NAME,
      "service.version": version,
    }),
    sampler: samplerOf(loaded, named.OTEL_TRACES_SAMPLER_ARG),
    spanProcessors: [
      new sdk.BatchSpanProcessor(exporterOf(loaded, endpoint, named), {
        exportTimeoutMillis: exportMs,
      }),
    ],
  });
  provider.register();
  setTracer(tracerOf(api));
  return async () => {
    setTracer(null);
    const ended = provider.shutdown().catch(() => undefined);
    await Promise.race([ended, sleep(stopMs, undefined, { ref: false })]);
    api.trace.disable();
    api.context.disable();
    api.propagation.disable();
  };
}

/** Whatever a caller asks to be kept, the share kept is ours. */
function samplerOf([, sdk]: Loaded, share: number) {
  const root = new sdk.TraceIdRatioBasedSampler(share);
  return new sdk.ParentBasedSampler({
    root,
    remoteParentSampled: root,
    remoteParentNotSampled: root,
  });
}

function exporterOf([, , , { OTLPTraceExporter }]: Loaded, endpoint: string, named: Options) {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, "")}/v1/traces`,
    headers: headersOf(named.OTEL_EXPORTER_OTLP_HEADERS),
    timeoutMillis: exportMs,
  });
  const send = exporter.export.bind(exporter);
  let complainedAt = Number.NEGATIVE_INFINITY;
  exporter.export = (spans, done) =>
    send(spans, (result) => {
      if (result.code !== 0 && performance.now() - complainedAt > complainEvery) {
        complainedAt = performance.now();
        log.warn({ err: result.error }, "traces not taken by their endpoint");
      }
      done(result);
    });
  return exporter;
}

/** `authorization=Bearer%20…,x-team=…`, percent-encoded, as OpenTelemetry writes them. */
function headersOf(list: string | undefined): Record<string, string> {
  const entries = (list ?? "").split(",").flatMap((entry) => {
    const [name = "", ...value] = entry.split("=");
    return name.trim() === "" ? [] : [[name.trim(), decodeURIComponent(value.join("=").trim())]];
  });
  return Object.fromEntries(entries);
}

function tracerOf(api: Loaded[0]): Tracer {
  const { SpanKind } = api;
  const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT };
  const tracer = api.trace.getTracer("facturepro");
  return <T>({ name, kind, facts = {}, parent }: Span, work: (note: Note) => Promise<T>) => {
    const options = {
      kind: kind === undefined ? SpanKind.INTERNAL : kinds[kind],
      attributes: { ...facts },
    };
    return tracer.startActiveSpan(name, options, contextOf(api, parent), (span) =>
      measured(api, span, work),
    );
  };
}

function contextOf({ context, propagation, ROOT_CONTEXT }: Loaded[0], parent?: string): Context {
  if (parent === undefined) return context.active();
  return propagation.extract(ROOT_CONTEXT, { traceparent: parent });
}

/** A refusal is an answer; anything else thrown is an error, told by its name: its sentence may quote somebody. */
async function measured<T>(
  { SpanStatusCode }: Loaded[0],
  span: OtelSpan,
  work: (note: Note) => Promise<T>,
): Promise<T> {
  try {
    return await work((facts) => span.setAttributes(facts));
  } catch (cause) {
    if (cause instanceof Refusal) span.setAttribute("facturepro.refusal", cause.code);
    else {
      span.setAttribute("error.type", cause instanceof Error ? cause.name : typeof cause);
      span.setStatus({ code: SpanStatusCode.ERROR });
    }
    throw cause;
  } finally {
    span.end();
  }
}
