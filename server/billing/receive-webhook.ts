import { log } from "#server/log";
import type { BillingDoors } from "./billing-doors.ts";
import { isRetained } from "./event-types.ts";
import { recordEvent } from "./ledger.ts";
import { readStripeEvent, type StripeEvent } from "./stripe-event.ts";

type Delivery = {
  /** The bytes as they came: the signature is theirs. */
  readonly body: Buffer;
  /** Header `stripe-signature`. */
  readonly signature: string | undefined;
};

export type WebhookFate =
  | "received"
  | "seen"
  | "unknown_type"
  | "unsigned"
  | "wrong_signature"
  | "unreadable"
  | "other_livemode"
  | "other_account";

/**
 * Believes a delivery or not, and writes it down: nothing else happens before the answer. What is not believed leaves no
 * trace but a counted line of log.
 */
export async function receiveWebhook(
  doors: BillingDoors,
  delivery: Delivery,
): Promise<WebhookFate> {
  const verified = await verify(doors, delivery);
  if (typeof verified === "string") return refuse(doors, verified);
  const event = readStripeEvent(verified.event);
  if (!event) return refuse(doors, "unreadable");
  const strangeness = strangenessOf(doors, event);
  if (strangeness) return refuse(doors, strangeness, event);
  const isToProcess = await recordEvent(doors.control, event, doors.clock().at);
  return isToProcess ? "received" : "seen";
}

function strangenessOf({ livemode }: BillingDoors, event: StripeEvent): WebhookFate | null {
  if (event.livemode !== livemode) return "other_livemode";
  if (event.account !== null) return "other_account";
  return isRetained(event.type) ? null : "unknown_type";
}

/** During a rotation several secrets are right: each is tried. */
async function verify(
  { stripe, webhookSecrets, clock }: BillingDoors,
  { body, signature }: Delivery,
): Promise<{ readonly event: unknown } | WebhookFate> {
  if (signature === undefined || signature === "") return "unsigned";
  for (const secret of webhookSecrets) {
    try {
      const { at } = clock();
      const event = await stripe.webhooks.constructEventAsync(
        body,
        signature,
        secret,
        undefined,
        undefined,
        at,
      );
      return { event };
    } catch (cause) {
      // the signature is right, the body is not JSON, or not such an event: another secret would not help
      if (!isSignatureError(cause)) return "unreadable";
    }
  }
  return "wrong_signature";
}

const isSignatureError = (cause: unknown): boolean =>
  cause instanceof Error && "type" in cause && cause.type === "StripeSignatureVerificationError";

function refuse(doors: BillingDoors, fate: WebhookFate, event?: StripeEvent): WebhookFate {
  const count = doors.refused.count(fate);
  const details = { webhook: fate, count, event: event?.id, type: event?.type };
  if (fate === "other_livemode" || fate === "other_account")
    log.error(details, "webhook of another Stripe account or mode");
  else log.warn(details, "webhook not taken");
  return fate;
}
