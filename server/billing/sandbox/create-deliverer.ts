import { systemClock } from "#server/clock";
import type { StripeEvent } from "./objects/stripe-event.ts";
import { type Network, planDeliveries, planDelivery, sendDelivery } from "./send-delivery.ts";
import type { State } from "./state.ts";

export type DelivererOptions = Network & {
  /** Called after a round of deliveries. */
  readonly keep?: () => Promise<void>;
};

export type Deliverer = {
  enqueue(event: StripeEvent): void;
  /** Deliver it once more, whatever became of it. */
  resend(eventId: string): void;
  /** Resolves when every first attempt has been made; new attempts of what failed come later. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/** Webhooks as Stripe sends them: at least once, in no promised order, again until they are accepted. */
export function createDeliverer(options: DelivererOptions): Deliverer {
  const { state, keep = async () => {} } = options;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let stopped = false;

  const wake = () => {
    clearTimeout(timer);
    const next = Math.min(...pendingOf(state).map((one) => one.sendAt));
    if (stopped || running || next === Number.POSITIVE_INFINITY) return;
    timer = setTimeout(pump, Math.max(0, next - systemClock().at));
    timer.unref();
  };

  const pump = () => {
    running ??= sendDue().finally(() => {
      running = null;
      wake();
    });
  };

  const sendDue = async () => {
    const due = pendingOf(state).filter((one) => one.sendAt <= systemClock().at);
    for (const delivery of due.sort((a, b) => a.sendAt - b.sendAt))
      if (!stopped) await sendDelivery(options, delivery);
    forget(state);
    await keep();
  };

  const idle = async () => {
    for (;;) {
      if (running) await running;
      const first = pendingOf(state).filter((one) => one.attempts === 0);
      if (first.length === 0 || stopped) return;
      const wait = Math.min(...first.map((one) => one.sendAt)) - systemClock().at;
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      pump();
    }
  };

  wake();
  return {
    idle,
    enqueue(event) {
      planDeliveries(options, event);
      wake();
    },
    resend(eventId) {
      const event = state.events[eventId];
      if (event) planDelivery(state, event, 0);
      wake();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

const pendingOf = (state: State) =>
  Object.values(state.deliveries).filter((one) => one.status === "pending");

/** The last deliveries are enough to see what happened. */
function forget(state: State): void {
  const done = Object.values(state.deliveries).filter((one) => one.status !== "pending");
  for (const { id } of done.slice(0, Math.max(0, done.length - 500))) delete state.deliveries[id];
}
