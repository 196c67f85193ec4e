import { createHash } from "node:crypto";
import { and, gt, isNull } from "drizzle-orm";
import type Stripe from "stripe";
import { plans } from "#db/control/schema/plans";
import type { BillingDoors } from "./billing-doors.ts";
import { idOf } from "./stripe-ids.ts";

type Params = Stripe.BillingPortal.ConfigurationCreateParams;

/**
 * The portal's configuration, found by what its metadata says it holds, and made or brought up to date when the plans
 * have changed.
 */
export async function ensurePortalConfiguration(doors: BillingDoors): Promise<string> {
  const { stripe } = doors;
  const wanted = configurationOf(doors, await productsOnSale(doors));
  const digest = createHash("sha256").update(JSON.stringify(wanted)).digest("hex").slice(0, 32);
  const { data } = await stripe.billingPortal.configurations.list({ active: true, limit: 100 });
  const ours = data.find(({ metadata }) => metadata?.["facturepro"] !== undefined);
  if (ours?.metadata?.["facturepro"] === digest) return ours.id;
  const params = { ...wanted, metadata: { facturepro: digest } };
  if (ours) return (await stripe.billingPortal.configurations.update(ours.id, params)).id;
  const made = await stripe.billingPortal.configurations.create(params, {
    idempotencyKey: `portal:${digest}`,
  });
  return made.id;
}

type ProductOnSale = { readonly product: string; readonly prices: string[] };

async function productsOnSale({ control, stripe }: BillingDoors): Promise<ProductOnSale[]> {
  const sold = await control.read((db) =>
    db
      .select({ lookupKey: plans.lookupKey })
      .from(plans)
      .where(and(isNull(plans.archivedAt), gt(plans.priceHt, 0))),
  );
  const keys = sold.flatMap(({ lookupKey }) => (lookupKey === null ? [] : [lookupKey]));
  if (keys.length === 0) return [];
  const pages = await Promise.all(
    // Stripe takes ten lookup keys at a time
    Array.from({ length: Math.ceil(keys.length / 10) }, (_, i) =>
      stripe.prices.list({ lookup_keys: keys.slice(i * 10, i * 10 + 10), active: true, limit: 10 }),
    ),
  );
  const byProduct = new Map<string, string[]>();
  for (const { id, product } of pages.flatMap(({ data }) => data).sort(byId))
    byProduct.set(idOf(product), [...(byProduct.get(idOf(product)) ?? []), id]);
  return [...byProduct].map(([product, prices]) => ({ product, prices }));
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);

/** Upgrades are paid at once, downgrades and cancellations wait for the end of what was paid. */
function configurationOf({ appOrigin }: BillingDoors, products: ProductOnSale[]): Params {
  const subscriptionUpdate = {
    enabled: true,
    default_allowed_updates: ["price" as const],
    products,
    proration_behavior: "always_invoice" as const,
    schedule_at_period_end: {
      conditions: [
        { type: "decreasing_item_amount" as const },
        { type: "shortening_interval" as const },
      ],
    },
  };
  return {
    business_profile: { headline: "FacturePro — votre abonnement" },
    default_return_url: `${appOrigin}/reglages/abonnement`,
    features: {
      customer_update: { enabled: true, allowed_updates: ["address", "email", "name", "tax_id"] },
      invoice_history: { enabled: true },
      payment_method_update: { enabled: true },
      subscription_cancel: { enabled: true, mode: "at_period_end" },
      ...(products.length > 0 ? { subscription_update: subscriptionUpdate } : {}),
    },
  };
}
