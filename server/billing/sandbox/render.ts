import type { Price, Product, TaxRate } from "./objects/catalogue.ts";
import type { Customer, PaymentMethod, TaxId } from "./objects/customer.ts";
import type { Coupon, Discount } from "./objects/discount.ts";
import type { CreditNote, Invoice } from "./objects/invoice.ts";
import type { CheckoutSession, PortalConfiguration, PortalSession } from "./objects/pages.ts";
import type { Charge, Dispute, PaymentIntent, Refund } from "./objects/payment.ts";
import type { StripeEvent } from "./objects/stripe-event.ts";
import type { Schedule, Subscription, SubscriptionItem } from "./objects/subscription.ts";
import { constantsOf, hiddenFields } from "./stripe-constants.ts";

export type Row =
  | Charge
  | CheckoutSession
  | Coupon
  | CreditNote
  | Customer
  | Discount
  | Dispute
  | Invoice
  | PaymentIntent
  | PaymentMethod
  | PortalConfiguration
  | PortalSession
  | Price
  | Product
  | Refund
  | Schedule
  | StripeEvent
  | Subscription
  | SubscriptionItem
  | TaxId
  | TaxRate;

export type Json = Record<string, unknown>;

/** A kept row as Stripe would send it: every field of its shape, ours left out. A copy, never the row itself. */
export function render(row: Row): Json {
  return renderValue(row) as Json;
}

function renderValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renderValue);
  if (typeof value !== "object" || value === null) return value;
  const object = "object" in value && typeof value.object === "string" ? value.object : "";
  const hidden = hiddenFields[object] ?? [];
  const own = Object.entries(value)
    .filter(([name]) => !hidden.includes(name))
    .map(([name, one]) => [name, renderValue(one)] as const);
  return { ...constantsOf(object, value as Json), ...Object.fromEntries(own) };
}
