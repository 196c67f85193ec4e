import { amountsOf } from "../checkout-sessions.ts";
import type { CheckoutSession } from "../objects/pages.ts";
import { paySession } from "../pay-session.ts";
import { find, type Sandbox } from "../sandbox.ts";
import { authenticationBody, type Typed } from "./checkout-page.ts";
import type { Html } from "./layout.ts";
import { euros } from "./words.ts";

/**
 * The form of the Checkout page. Null once it is paid; the page of 3-D Secure when the bank asks.
 *
 * @throws StripeError for what the bank or the page refuses
 */
export function payCheckout(sandbox: Sandbox, session: CheckoutSession, typed: Typed): Html | null {
  const number = typed["numero"] || typed["saisi"] || null;
  const asked = typed["3ds"];
  const outcome = paySession(sandbox, session, {
    number,
    ...(asked === "accepted" || asked === "refused" ? { authentication: asked } : {}),
    name: typed["nom"] ?? "",
    address: {
      line1: typed["rue"] ?? null,
      line2: null,
      postal_code: typed["code_postal"] ?? null,
      city: typed["ville"] ?? null,
      country: (typed["pays"] ?? "FR").trim().toUpperCase().slice(0, 2),
      state: null,
    },
    vatNumber: typed["tva"] ?? "",
  });
  if (outcome === "complete") return null;
  const customer = find(sandbox.state.customers, session.customer);
  const { total } = amountsOf(sandbox, session, customer);
  return authenticationBody(typed, euros(total));
}
