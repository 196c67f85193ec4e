import { isNotNull } from "drizzle-orm";
import type Stripe from "stripe";
import { abonnements } from "#db/control/schema/abonnements";
import { type Plan, plans } from "#db/control/schema/plans";
import type { BillingDoors } from "./billing-doors.ts";
import type { Ecart } from "./ecarts-of.ts";
import { planOfPrice } from "./plan-of-price.ts";
import { idOf } from "./stripe-ids.ts";
import { syncPlans } from "./sync-plans.ts";

/** What the Stripe account holds otherwise than here, whatever société: subscribers of nobody, prices of the plans. */
export const compareAccount = async (doors: BillingDoors): Promise<readonly Ecart[]> => [
  ...(await strangers(doors)),
  ...(await comparePlans(doors)),
];

/** Living subscriptions to one of our plans whose customer is no société's. */
async function strangers({ control, stripe }: BillingDoors): Promise<readonly Ecart[]> {
  const [sold, known] = await control.read(async (db) => [
    await db.select().from(plans),
    await db
      .select({ id: abonnements.stripeCustomerId })
      .from(abonnements)
      .where(isNotNull(abonnements.stripeCustomerId)),
  ]);
  const ours = new Set(known.map(({ id }) => id));
  const found: Ecart[] = [];
  for await (const one of stripe.subscriptions.list({ limit: 100 })) {
    const objet = idOf(one.customer);
    if (ours.has(objet)) continue;
    if (!one.items.data.some(({ price }) => isOurs(sold, price))) continue;
    found.push({ societeId: null, objet, champ: "client", ici: null, stripe: one.id });
  }
  return found;
}

/** The account may sell other things than this product. */
function isOurs(sold: readonly Plan[], price: Stripe.Price): boolean {
  try {
    return planOfPrice(sold, price) !== null;
  } catch {
    return false;
  }
}

/** What Stripe would have to be told to sell what the plans say. */
export async function comparePlans(doors: BillingDoors): Promise<readonly Ecart[]> {
  const steps = await syncPlans(doors, false);
  return steps
    .filter(({ what }) => what !== "nothing")
    .map(({ what, of, detail }) => ({
      ...{ societeId: null, objet: of, champ: what.replace(" ", "_") },
      ...{ ici: detail, stripe: null },
    }));
}
