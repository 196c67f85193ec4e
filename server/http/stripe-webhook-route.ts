import type { Context as HonoContext } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { WebhookFate } from "#server/billing/receive-webhook";
import type { Doors } from "#server/doors";

export const stripeWebhookPath = "/webhooks/stripe";

/** Its own, since it comes before those of the forms. */
export const stripeWebhookLimit = bodyLimit({
  maxSize: 256 * 1_024,
  onError: (c) => c.text("", 413),
});

/** Stripe delivers again whatever is not answered 2xx; a refusal explains nothing to who forges. */
const statusOf: Readonly<Record<WebhookFate, 200 | 400>> = {
  received: 200,
  seen: 200,
  unknown_type: 200,
  unsigned: 400,
  wrong_signature: 400,
  unreadable: 400,
  other_livemode: 400,
  other_account: 400,
};

/**
 * `POST /webhooks/stripe`: Stripe's server, without cookie nor origin, known by its signature of the raw bytes alone.
 * Answered as soon as the event is written down.
 */
export const stripeWebhookRoute = (doors: Doors) => async (c: HonoContext) => {
  if (c.req.method !== "POST") return c.text("", 405, { allow: "POST" });
  const body = Buffer.from(await c.req.arrayBuffer());
  const fate = await doors.billing.receive({ body, signature: c.req.header("stripe-signature") });
  return c.text("", statusOf[fate]);
};
