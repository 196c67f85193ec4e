import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { createStripe, type StripeKey } from "#server/billing/stripe-client";
import { parseEnv } from "#server/env";
import { startTraces } from "#server/traces/start-traces";
import { isTracing, traced } from "#server/traces/traced";
import { serie } from "../isolation/furnish.ts";
import { aService } from "../support/a-service.ts";
import { aStaffedSociete } from "../support/a-staffed-societe.ts";
import { freePort } from "../support/free-port.ts";
import { callProcedure } from "../support/trpc-wire.ts";
import { aCollector, type Received } from "./a-collector.ts";

const loaded = () =>
  Object.keys(createRequire(import.meta.url).cache).filter((file) =>
    file.includes("@opentelemetry"),
  );
const tracing = (origin: string, more: Readonly<Record<string, string>> = {}) =>
  startTraces(parseEnv({ OTEL_EXPORTER_OTLP_ENDPOINT: origin, ...more }), "1.2.3");

/** The first test of the file: what another loads stays loaded. */
test("without an endpoint nothing of OpenTelemetry is loaded, and work is done alone", async () => {
  const stop = await startTraces(parseEnv({}), "1.2.3");
  const service = await aService();
  expect((await service.request("/api/trpc/auth.me?input=%7B%7D")).status).toBeLessThan(500);
  expect(await traced({ name: "rien" }, async () => 7)).toBe(7);
  expect(isTracing()).toBe(false);
  expect(loaded()).toEqual([]);
  await service.close();
  await stop();
});

test("a request is one trace: its procedure within it, and the transaction within that", async () => {
  const collector = await aCollector();
  const stop = await tracing(collector.origin, {
    OTEL_EXPORTER_OTLP_HEADERS: "authorization=Bearer%20abc,x-team=facturation",
  });
  const service = await aService();
  const alba = await aStaffedSociete(service, "Alba");
  const { cookie } = alba.staff.admin;
  const answer = await callProcedure(service, {
    path: "societe.updateSeries",
    input: serie(alba, "facture"),
    cookie,
    societe: alba.id,
    headers: { traceparent: forged },
  });
  await service.request("/factures?q=Dupont&secret=1", { headers: { cookie } });
  await service.close();
  await stop();

  expect(collector.requests[0]).toMatchObject({
    path: "/v1/traces",
    headers: { authorization: "Bearer abc", "x-team": "facturation" },
  });
  const { spans } = collector;
  const procedure = only(spans, "trpc societe.updateSeries");
  const request = spans.find(({ spanId }) => spanId === procedure.parentSpanId);
  expect(request).toMatchObject({ name: "POST /api/…/…", kind: 2 });
  expect(request?.parentSpanId ?? "").toBe("");
  expect(request?.facts).toMatchObject({
    "service.name": "facturepro",
    "service.version": "1.2.3",
    "http.response.status_code": answer.status,
    "facturepro.request_id": answer.headers.get("x-request-id"),
    "facturepro.societe_id": alba.id,
  });
  const inside = spans.filter(({ parentSpanId }) => parentSpanId === procedure.spanId);
  const transaction = only(inside, "tenant transaction");
  expect(transaction.traceId).toBe(request?.traceId);
  expect(transaction.facts).toMatchObject({ "facturepro.societe_id": alba.id });
  const said = collector.bodies.join("\n");
  for (const personal of ["Dupont", "secret", alba.staff.admin.email, "ALBA", forgedTrace])
    expect(said).not.toContain(personal);
});

const forgedTrace = "0af7651916cd43dd8448eb211c80319c";
const forged = `00-${forgedTrace}-b7ad6b7169203331-01`;
const only = (spans: readonly Received[], name: string): Received => {
  const [found, ...others] = spans.filter((span) => span.name === name);
  if (!found || others.length > 0) throw new Error(`${others.length + 1} spans ${name}`);
  return found;
};

test("somebody else's trace is gone on with behind the proxy alone, and its share kept is ours", async () => {
  const collector = await aCollector();
  const stop = await tracing(collector.origin, { FLY_APP_NAME: "facturepro" });
  const service = await aService({ env: { FLY_APP_NAME: "facturepro" } });
  await service.request("/connexion/inconnue", { headers: { traceparent: forged } });
  await service.close();
  await stop();
  expect(collector.spans.find(({ kind }) => kind === 2)).toMatchObject({
    traceId: forgedTrace,
    parentSpanId: "b7ad6b7169203331",
  });

  const silent = await aCollector();
  const stopNone = await tracing(silent.origin, { OTEL_TRACES_SAMPLER_ARG: "0" });
  await traced({ name: "forcé", parent: forged }, async () => undefined);
  await stopNone();
  expect(silent.spans).toEqual([]);
});

test("a call to Stripe is told by its place, and what fails by its name", async () => {
  const collector = await aCollector();
  const stop = await tracing(collector.origin);
  const key: StripeKey = {
    secretKey: "sk_test_x",
    apiBase: `http://127.0.0.1:${await freePort()}`,
    retries: 0,
  };
  await createStripe(key)
    .customers.retrieve("cus_Q1abcdef", { expand: ["tax_ids"] })
    .catch(() => undefined);
  await stop();
  const span = only(collector.spans, "stripe GET /v1/customers/:id");
  expect(span).toMatchObject({ kind: 3, status: { code: 2 } });
  expect(collector.bodies.join("\n")).not.toContain("cus_Q1abcdef");
});

test("an endpoint that is down changes nothing of the work, nor of the stop", async () => {
  const stop = await tracing(`http://127.0.0.1:${await freePort()}`);
  expect(await traced({ name: "seul" }, async () => "fait")).toBe("fait");
  await stop();
  expect(isTracing()).toBe(false);
});
