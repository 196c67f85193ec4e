import { HttpResponse, http } from "msw";
import { type SetupServer, setupServer } from "msw/node";
import { createDeliverer, type Deliverer } from "#server/billing/sandbox/create-deliverer";
import {
  createSandboxStore,
  type SandboxStore,
  type SandboxStoreOptions,
} from "#server/billing/sandbox/create-sandbox-store";
import type { StripeEvent } from "#server/billing/sandbox/objects/stripe-event";
import { type Payment, paySession } from "#server/billing/sandbox/pay-session";
import type { Post } from "#server/billing/sandbox/send-delivery";
import { emptyState } from "#server/billing/sandbox/state";
import { type Clock, momentOf } from "#server/clock";

export const webhookSecret = "whsec_test_bac_a_sable";

/** Each request the product made of Stripe, as it left: what stripe-mock judges. */
type RecordedRequest = {
  readonly method: string;
  readonly path: string;
  readonly body: string;
};

export type StripeServer = {
  readonly store: SandboxStore;
  readonly server: SetupServer;
  readonly events: StripeEvent[];
  readonly requests: RecordedRequest[];
  readonly clock: Clock;
  /** Move this test's clock and do what became due. Milliseconds. */
  advanceTo(at: number): void;
  advanceDays(days: number): void;
  /** What the customer does on the Checkout page. */
  pay(sessionId: string, payment: Payment): ReturnType<typeof paySession>;
  /** Posts every event from now on, signed, to a webhook. */
  deliverTo(post: Post): Deliverer;
};

type Options = Partial<Omit<SandboxStoreOptions, "clock">> & {
  readonly clock?: Clock;
  /** Milliseconds. */
  readonly at?: number;
};

/** Stripe in this process: msw answers https://api.stripe.com from the sandbox's own store. */
export function createStripeServer(options: Options = {}): StripeServer {
  let at = options.at ?? Date.UTC(2026, 10, 3, 9);
  const clock = options.clock ?? (() => momentOf(at));
  const state = options.state ?? emptyState();
  const events: StripeEvent[] = [];
  const requests: RecordedRequest[] = [];
  let deliverer: Deliverer | undefined;
  const store = createSandboxStore({
    pagesOrigin: "https://facturepro.test",
    ...options,
    clock,
    state,
    onEvent: (event) => {
      events.push(event);
      deliverer?.enqueue(event);
      options.onEvent?.(event);
    },
  });
  const server = setupServer(
    http.all("https://api.stripe.com/*", async ({ request }) => {
      const { pathname, search } = new URL(request.url);
      const body = await request.clone().text();
      requests.push({ method: request.method, path: pathname + search, body });
      const answer = await store.handle(request);
      return new HttpResponse(await answer.text(), {
        status: answer.status,
        headers: answer.headers,
      });
    }),
  );
  const advanceTo = (to: number) => {
    at = to;
    store.settle();
  };
  return {
    store,
    server,
    events,
    requests,
    clock,
    advanceTo,
    advanceDays: (days) => advanceTo(at + days * 86_400_000),
    pay: (sessionId, payment) => {
      const session = state.checkoutSessions[sessionId];
      if (!session) throw new Error(`no session ${sessionId}`);
      return paySession(store.sandbox, session, payment);
    },
    deliverTo(post) {
      deliverer = createDeliverer({
        state,
        clock,
        webhookSecret,
        post,
        retryDelays: [10, 20, 40, 80],
      });
      return deliverer;
    },
  };
}
