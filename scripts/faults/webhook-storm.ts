import { longerSuite } from "./longer-suites.ts";

/** F8: what the suite tries with 120 events of 8 customers. */
export const webhookStorm = longerSuite({
  name: "webhook storm",
  promise:
    "exactly the state Stripe holds, each mail and each facture once, every answer under 1 s",
  dose: "1,000 events of 50 customers, 1–3 times each, shuffled, 5 % forged, 10 % of Stripe's answers failing",
  filters: ["tests/billing/storm"],
  env: { STORM_EVENTS: "1000", STORM_CUSTOMERS: "50" },
});
