import { createHash } from "node:crypto";
import { accountRoutes } from "./account-routes.ts";
import { catalogueRoutes } from "./catalogue-routes.ts";
import { checkoutRoutes } from "./checkout-routes.ts";
import { couponRoutes } from "./coupon-routes.ts";
import { creditNoteRoutes } from "./credit-note-routes.ts";
import { customerRoutes } from "./customer-routes.ts";
import { expand } from "./expand.ts";
import { Form } from "./form.ts";
import { invoiceRoutes } from "./invoice-routes.ts";
import { paymentRoutes } from "./payment-routes.ts";
import { portalRoutes } from "./portal-routes.ts";
import type { Handler, Route } from "./route.ts";
import type { Sandbox } from "./sandbox.ts";
import { scheduleRoutes } from "./schedule-routes.ts";
import { setFields } from "./set-fields.ts";
import { StripeError } from "./stripe-error.ts";
import { subscriptionRoutes } from "./subscription-routes.ts";

type Parts = {
  readonly sandbox: Sandbox;
  /** Of the request being answered: events name it. */
  readonly request: { id: string | null; idempotency_key: string | null };
  settle(): boolean;
  keep(): Promise<void>;
  random(): number;
  readonly apiKey: string | undefined;
};

type Answer = { readonly status: number; readonly body: string; readonly replayed?: boolean };

const routes: readonly Route[] = [
  ...accountRoutes,
  ...catalogueRoutes,
  ...checkoutRoutes,
  ...couponRoutes,
  ...creditNoteRoutes,
  ...customerRoutes,
  ...invoiceRoutes,
  ...paymentRoutes,
  ...portalRoutes,
  ...scheduleRoutes,
  ...subscriptionRoutes,
];

const matchers = routes.map(([method, path, handle]) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll(/:\w+/g, "([^/]+)")}$`),
  handle,
}));

/** Answer Stripe's API: key, version, idempotency, route, expansion, errors in Stripe's shape. */
export function createAnswer(parts: Parts): (request: Request) => Promise<Response> {
  const { sandbox, request: current, keep } = parts;
  return async (request) => {
    const requestId = sandbox.newId("req");
    const body = request.method === "GET" ? "" : await request.text();
    const key = request.headers.get("idempotency-key");
    setFields(current, { id: requestId, idempotency_key: key });
    const answer = attempt(requestId, () => {
      assertWelcome(parts, request);
      parts.settle();
      return once(sandbox, request, body, requestId);
    });
    setFields(current, { id: null, idempotency_key: null });
    if (request.method !== "GET") await keep();
    return toResponse(answer, requestId, key);
  };
}

function attempt(requestId: string, work: () => Answer): Answer {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof StripeError)) throw cause;
    return { status: cause.status, body: JSON.stringify(cause.toJson(requestId)) };
  }
}

function assertWelcome({ apiKey, sandbox, random }: Parts, request: Request): void {
  const given = /^Bearer (sk_test_\w+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (given === undefined || (apiKey !== undefined && given !== apiKey))
    throw new StripeError("Invalid API Key provided: the sandbox has a key of its own.", {
      status: 401,
    });
  if (random() < sandbox.state.network.failShare)
    throw new StripeError("An unknown error occurred", {
      status: random() < 0.5 ? 500 : 503,
      type: "api_error",
    });
}

/** A POST with a known `Idempotency-Key` gets the answer it already got. */
function once(sandbox: Sandbox, request: Request, body: string, requestId: string): Answer {
  const key = request.method === "POST" ? request.headers.get("idempotency-key") : null;
  if (key === null) return answerTo(sandbox, request, body);
  const { pathname } = new URL(request.url);
  const fingerprint = createHash("sha256").update(`${pathname}\n${body}`).digest("base64");
  const { keptAnswers } = sandbox.state;
  const kept = Object.hasOwn(keptAnswers, key) ? keptAnswers[key] : undefined;
  if (kept && kept.request !== fingerprint)
    throw new StripeError(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
      { type: "idempotency_error" },
    );
  if (kept) return { status: kept.status, body: kept.body, replayed: true };
  const answer = attempt(requestId, () => answerTo(sandbox, request, body));
  keptAnswers[key] = { request: fingerprint, ...answer, at: sandbox.now() };
  return answer;
}

function answerTo(sandbox: Sandbox, request: Request, body: string): Answer {
  const { pathname, search } = new URL(request.url);
  const form = new Form(request.method === "POST" ? body : search);
  const [handle, id, sub] = find(request.method, pathname);
  const made = handle(sandbox, form, id, sub);
  return { status: 200, body: JSON.stringify(expand(sandbox.state, made, form), null, 2) };
}

function find(method: string, path: string): [Handler, string, string] {
  for (const one of matchers) {
    const match = one.method === method ? one.pattern.exec(path) : null;
    if (match)
      return [one.handle, decodeURIComponent(match[1] ?? ""), decodeURIComponent(match[2] ?? "")];
  }
  throw new StripeError(
    `Unrecognized request URL (${method}: ${path}). The sandbox does not know it.`,
    { status: 404 },
  );
}

function toResponse(
  { status, body, replayed }: Answer,
  requestId: string,
  key: string | null,
): Response {
  const headers = new Headers({
    "content-type": "application/json",
    "request-id": requestId,
    "stripe-version": "2026-10-28.endive",
    ...(key === null ? {} : { "idempotency-key": key }),
    ...(replayed ? { "idempotent-replayed": "true" } : {}),
    ...(status >= 500 ? { "stripe-should-retry": "true" } : {}),
  });
  return new Response(body, { status, headers });
}
