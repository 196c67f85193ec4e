import type { Form } from "./form.ts";
import { listOf } from "./lists.ts";
import { day } from "./periods.ts";
import { type Json, render } from "./render.ts";
import type { Route } from "./route.ts";
import { get, type Sandbox } from "./sandbox.ts";

/** The account itself, and what happened to it. */
export const accountRoutes: readonly Route[] = [
  ["GET", "/v1/account", () => account],
  ["GET", "/v1/events", listEvents],
  ["GET", "/v1/events/:id", ({ state }, _, id) => render(get(state.events, "event", id))],
];

const account: Json = {
  id: "acct_bacasable",
  object: "account",
  business_profile: { name: "FacturePro (bac à sable)", support_email: null, url: null },
  capabilities: { card_payments: "active", sepa_debit_payments: "active", transfers: "active" },
  charges_enabled: true,
  country: "FR",
  default_currency: "eur",
  details_submitted: true,
  email: null,
  payouts_enabled: true,
  type: "standard",
};

/** Stripe forgets events after 30 days. */
function listEvents(sandbox: Sandbox, form: Form): Json {
  const type = form.textOrNull("type");
  const types = form.texts("types");
  const rows = Object.values(sandbox.state.events).filter(
    (one) =>
      one.created > sandbox.now() - 30 * day &&
      (type === null || matches(one.type, type)) &&
      (types.length === 0 || types.some((wanted) => matches(one.type, wanted))),
  );
  return listOf(form, "/v1/events", rows);
}

/** `invoice.*` names every event of invoices. */
const matches = (type: string, wanted: string): boolean =>
  wanted.endsWith("*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
