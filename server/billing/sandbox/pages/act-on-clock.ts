import type { OpenSandbox } from "../open-sandbox.ts";
import { day, periodAt } from "../periods.ts";
import type { Typed } from "./checkout-page.ts";

/** One of the clock page's forms. Does nothing it does not understand. */
export async function actOnClock(box: OpenSandbox, typed: Typed): Promise<void> {
  const { state } = box.store.sandbox;
  if (typed["act"] === "advance") {
    const to = targetOf(box, typed["step"]);
    if (to !== null) await box.advanceTo?.(to * 1000);
  }
  if (typed["act"] === "resend") box.deliverer.resend(typed["event"] ?? "");
  if (typed["act"] === "network")
    state.network = {
      delayMs: bounded(typed["retard"], 60) * 1000,
      duplicateShare: bounded(typed["doubles"], 90) / 100,
      dropShare: bounded(typed["perdus"], 90) / 100,
      failShare: bounded(typed["pannes"], 90) / 100,
      shuffle: typed["melange"] !== undefined,
    };
  await box.keep();
}

/** Seconds. */
function targetOf({ clock, store }: OpenSandbox, step: string | undefined): number | null {
  const now = Math.floor(clock().at / 1000);
  if (step === "jour") return now + day;
  if (step === "semaine") return now + 7 * day;
  if (step === "mois") return periodAt(now, { interval: "month", interval_count: 1 }, now).end;
  return step === "evenement" ? (store.dues()[0]?.at ?? null) : null;
}

const bounded = (text: string | undefined, most: number): number =>
  Math.min(most, Math.max(0, Number.parseInt(text ?? "0", 10) || 0));
