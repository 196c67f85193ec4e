import { type Clock, systemClock } from "#server/clock";
import type { StripeEvent } from "./objects/stripe-event.ts";
import { render } from "./render.ts";
import { signPayload } from "./sign-payload.ts";
import type { Delivery, State } from "./state.ts";

/** Posts a signed body to the product's webhook; its status, or null when nobody answered. */
export type Post = (body: string, headers: Record<string, string>) => Promise<number | null>;

export type Network = {
  readonly state: State;
  readonly clock: Clock;
  readonly webhookSecret: string;
  readonly post: Post;
  readonly random?: () => number;
  /** Milliseconds before each new attempt; the last one over, a delivery has failed. */
  readonly retryDelays?: readonly number[];
};

const second = 1_000;
const defaultDelays = [1, 5, 15, 60, 300, 900, 3_600].map((delay) => delay * second);
/** Shuffled deliveries wait for company that long. */
const shuffleWindow = 2 * second;

/** Plan an event's deliveries as the options of the network say. */
export function planDeliveries({ state, random = Math.random }: Network, event: StripeEvent): void {
  const { delayMs, duplicateShare, shuffle, dropShare } = state.network;
  const copies = random() < duplicateShare ? 2 : 1;
  for (let copy = 0; copy < copies; copy++) {
    const jitter = shuffle ? random() * shuffleWindow : 0;
    planDelivery(state, event, delayMs + jitter, random() < dropShare ? "dropped" : "pending");
  }
}

export function planDelivery(
  state: State,
  { id: event, type, created }: StripeEvent,
  wait: number,
  status: Delivery["status"] = "pending",
): void {
  const copies = Object.values(state.deliveries).filter((one) => one.event === event).length;
  const id = `${event}:${copies}`;
  state.deliveries[id] = {
    id,
    event,
    type,
    at: created,
    sendAt: systemClock().at + wait,
    attempts: 0,
    status,
    code: null,
  };
}

/** Signed at the later of the machine's instant and the product's: fresh for whoever checks by either clock. */
export async function sendDelivery(network: Network, delivery: Delivery): Promise<void> {
  const event = network.state.events[delivery.event];
  if (!event) {
    delivery.status = "failed";
    return;
  }
  const body = JSON.stringify(render(event), null, 2);
  const at = Math.floor(Math.max(network.clock().at, systemClock().at) / 1000);
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "stripe-signature": signPayload(body, network.webhookSecret, at),
    "user-agent": "Stripe/1.0 (bac a sable)",
  };
  delivery.code = await network.post(body, headers).catch(() => null);
  settleDelivery(delivery, network.retryDelays ?? defaultDelays);
  if (delivery.status === "delivered") event.pending_webhooks = 0;
}

/** A redirection is a failure too, as for Stripe. */
function settleDelivery(delivery: Delivery, delays: readonly number[]): void {
  const { code } = delivery;
  const wait = delays[delivery.attempts];
  delivery.attempts++;
  if (code !== null && code >= 200 && code < 300) delivery.status = "delivered";
  else if (wait === undefined) delivery.status = "failed";
  else delivery.sendAt = systemClock().at + wait;
}
