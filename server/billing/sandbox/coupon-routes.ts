import type { Form } from "./form.ts";
import type { Coupon } from "./objects/discount.ts";
import { type Json, render } from "./render.ts";
import type { Route } from "./route.ts";
import { get, type Sandbox } from "./sandbox.ts";
import { missing, StripeError } from "./stripe-error.ts";

export const couponRoutes: readonly Route[] = [
  ["POST", "/v1/coupons", create],
  ["GET", "/v1/coupons/:id", ({ state }, _, id) => render(get(state.coupons, "coupon", id))],
];

function create(sandbox: Sandbox, form: Form): Json {
  const id = form.textOrNull("id") ?? sandbox.newId("coupon");
  if (Object.hasOwn(sandbox.state.coupons, id))
    throw new StripeError("Coupon already exists.", {
      code: "resource_already_exists",
      param: "id",
    });
  const duration = form.choice("duration", ["forever", "once", "repeating"]) ?? "once";
  const months = form.integer("duration_in_months") ?? null;
  if (duration === "repeating" && months === null) throw missing("duration_in_months");
  const products = form.in("applies_to").texts("products");
  for (const product of products)
    get(sandbox.state.products, "product", product, "applies_to[products]");
  const coupon: Coupon = {
    id,
    object: "coupon",
    ...reductionOf(form),
    applies_to: products.length === 0 ? null : { products },
    created: sandbox.now(),
    duration,
    duration_in_months: duration === "repeating" ? months : null,
    max_redemptions: form.integer("max_redemptions") ?? null,
    metadata: form.metadata(),
    name: form.textOrNull("name"),
    redeem_by: form.integer("redeem_by") ?? null,
    times_redeemed: 0,
  };
  sandbox.state.coupons[id] = coupon;
  sandbox.emit("coupon.created", coupon);
  return render(coupon);
}

/** Either a percentage or an amount of one currency. */
function reductionOf(form: Form): Pick<Coupon, "amount_off" | "currency" | "percent_off"> {
  const amount = form.integer("amount_off");
  const percent = form.textOrNull("percent_off");
  if ((amount === undefined) === (percent === null))
    throw new StripeError("You must pass either percent_off or amount_off, and not both.", {
      param: "percent_off",
    });
  if (amount === undefined) {
    const percentOff = Number(percent);
    if (!(percentOff > 0 && percentOff <= 100))
      throw new StripeError("Invalid percent_off: must be above 0, and 100 at most", {
        param: "percent_off",
      });
    return { amount_off: null, currency: null, percent_off: percentOff };
  }
  if (amount <= 0)
    throw new StripeError("Invalid positive integer", {
      code: "parameter_invalid_integer",
      param: "amount_off",
    });
  return { amount_off: amount, currency: form.need("currency").toLowerCase(), percent_off: null };
}
