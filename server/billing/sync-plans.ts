import { asc, gt } from "drizzle-orm";
import Stripe from "stripe";
import { type Plan, plans } from "#db/control/schema/plans";
import type { BillingDoors } from "./billing-doors.ts";
import { planMetadata } from "./plan-of-price.ts";
import { notePushed } from "./pushed-plans.ts";
import { idOf } from "./stripe-ids.ts";

/** One thing to do, or done, at Stripe. */
export type PlanStep = {
  readonly what:
    | "create product"
    | "rename product"
    | "create price"
    | "replace price"
    | "label price"
    | "archive price"
    | "nothing";
  /** The plan's code, or the offer's. */
  readonly of: string;
  readonly detail: string;
};

type SyncDoors = Pick<BillingDoors, "stripe" | "control" | "clock">;
type Step = PlanStep & { run(): Promise<unknown> };

/**
 * Makes Stripe sell what the plans say, found by lookup key; run again, there is nothing left to do. A new tariff is a
 * new price that takes the key over: those who subscribed stay on theirs.
 *
 * @param apply false: only says what would be done
 */
export async function syncPlans(doors: SyncDoors, apply: boolean): Promise<PlanStep[]> {
  const sold = await doors.control.read((db) =>
    db.select().from(plans).where(gt(plans.priceHt, 0)).orderBy(asc(plans.rank)),
  );
  const steps: Step[] = [];
  const take = async (step: Step) => {
    if (apply) await step.run();
    steps.push(step);
  };
  const codes = new Set(sold.map(({ code }) => code));
  for (const offre of new Set(sold.map((plan) => plan.offre))) {
    const ofOffre = sold.filter((plan) => plan.offre === offre);
    const nom = ofOffre[0]?.nom ?? offre;
    await take(await productStep(doors.stripe, offre, nom));
    for (const plan of ofOffre)
      for (const step of await priceSteps(doors.stripe, plan, codes)) await take(step);
  }
  if (apply) await notePushed(doors, sold);
  return steps.map(({ what, of, detail }) => ({ what, of, detail }));
}

/** Chosen by us, so that a product is never made twice. */
const productIdOf = (offre: string): string => `facturepro_${offre}`;

async function productStep(stripe: Stripe, offre: string, nom: string): Promise<Step> {
  const id = productIdOf(offre);
  const name = `FacturePro ${nom}`;
  const found = await stripe.products.retrieve(id).catch(nullWhenMissing);
  if (found === null)
    return {
      what: "create product",
      of: offre,
      detail: name,
      run: () => stripe.products.create({ id, name, metadata: { offre } }),
    };
  if (found.name !== name)
    return {
      what: "rename product",
      of: offre,
      detail: `${found.name} → ${name}`,
      run: () => stripe.products.update(id, { name }),
    };
  return { what: "nothing", of: offre, detail: name, run: async () => {} };
}

async function priceSteps(stripe: Stripe, plan: Plan, codes: ReadonlySet<string>): Promise<Step[]> {
  const { code, lookupKey, archivedAt } = plan;
  if (lookupKey === null) return [];
  const { data } = await stripe.prices.list({ lookup_keys: [lookupKey], limit: 1 });
  const [current] = data;
  if (archivedAt !== null)
    return current?.active
      ? [
          {
            what: "archive price",
            of: code,
            detail: current.id,
            run: () => stripe.prices.update(current.id, { active: false }),
          },
        ]
      : [];
  if (!current) return [createStep(stripe, plan, lookupKey, null)];
  const label = current.metadata[planMetadata];
  // Another version's: its subscribers keep it, whatever it costs.
  if (label !== undefined && label !== code && codes.has(label))
    return [createStep(stripe, plan, lookupKey, current)];
  const labels =
    label === code
      ? []
      : [
          {
            what: "label price" as const,
            of: code,
            detail: current.id,
            run: () => stripe.prices.update(current.id, { metadata: { [planMetadata]: code } }),
          },
        ];
  if (!isAsSold(current, plan)) return [...labels, createStep(stripe, plan, lookupKey, current)];
  const unchanged = {
    what: "nothing",
    of: code,
    detail: euros(plan),
    run: async () => {},
  } as const;
  return labels.length > 0 ? labels : [unchanged];
}

const intervalOf = ({ interval }: Plan) => (interval === "an" ? "year" : "month");

const isAsSold = (price: Stripe.Price, plan: Plan): boolean =>
  price.active &&
  price.unit_amount === plan.priceHt &&
  price.currency === "eur" &&
  price.recurring?.interval === intervalOf(plan) &&
  price.recurring.interval_count === 1 &&
  idOf(price.product) === productIdOf(plan.offre);

function createStep(
  stripe: Stripe,
  plan: Plan,
  lookupKey: string,
  replaced: Stripe.Price | null,
): Step {
  const { code, offre, nom, priceHt } = plan;
  const interval = intervalOf(plan);
  return {
    what: replaced ? "replace price" : "create price",
    of: code,
    detail: replaced
      ? `${(replaced.unit_amount ?? 0) / 100} → ${euros(plan)}, subscribers stay on ${replaced.id}`
      : euros(plan),
    run: () =>
      stripe.prices.create(
        {
          product: productIdOf(offre),
          currency: "eur",
          unit_amount: priceHt,
          tax_behavior: "exclusive",
          recurring: { interval },
          nickname: `${nom}, ${plan.interval === "an" ? "par an" : "par mois"}`,
          lookup_key: lookupKey,
          transfer_lookup_key: replaced !== null,
          metadata: { [planMetadata]: code },
        },
        { idempotencyKey: `price:${code}:${priceHt}:${interval}:${replaced?.id ?? "first"}` },
      ),
  };
}

const euros = ({ priceHt, interval }: Plan): string =>
  `${(priceHt / 100).toFixed(2)} EUR HT / ${interval}`;

function nullWhenMissing(cause: unknown): null {
  if (cause instanceof Stripe.errors.StripeInvalidRequestError && cause.statusCode === 404)
    return null;
  throw cause;
}
