import { and, eq, isNull, or } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { type Plan, plans } from "#db/control/schema/plans";
import type { BillingInterval, Feature } from "#server/domain/quota";
import type { ControlTx } from "#server/tenancy/control";

/** An offer as it is to be sold. Cents before TVA; null: not sold at that rhythm, or without limit. */
export type OffreAsked = {
  readonly offre: string;
  readonly nom: string;
  readonly mois: number | null;
  readonly an: number | null;
  readonly facturesParMois: number | null;
  readonly utilisateurs: number | null;
  readonly stockageMo: number | null;
  readonly features: readonly Feature[];
};

/**
 * Sell an offer so from now on. A price somebody holds stays theirs, limits included: what changes is sold as its next
 * version. The name alone follows everywhere. What costs nothing is held by everybody: it changes for all of them.
 *
 * @returns the codes of the versions made
 */
export async function writeOffre(
  tx: ControlTx,
  asked: OffreAsked,
  at: number,
): Promise<readonly string[]> {
  const known = await tx.select().from(plans).where(eq(plans.offre, asked.offre));
  const made: string[] = [];
  for (const interval of ["mois", "an"] as const) {
    const versions = known.filter((plan) => plan.interval === interval);
    const code = await writePrice(tx, { asked, interval, versions, at });
    if (code !== null) made.push(code);
  }
  await tx.update(plans).set({ nom: asked.nom }).where(eq(plans.offre, asked.offre));
  await rankByPrice(tx);
  return made;
}

/** Sold no more; who holds it keeps it. */
export const archiveOffre = (tx: ControlTx, offre: string, at: number) =>
  tx
    .update(plans)
    .set({ archivedAt: at })
    .where(and(eq(plans.offre, offre), isNull(plans.archivedAt)));

type Pricing = {
  readonly asked: OffreAsked;
  readonly interval: BillingInterval;
  readonly versions: readonly Plan[];
  readonly at: number;
};

async function writePrice(tx: ControlTx, { asked, interval, versions, at }: Pricing) {
  const current = versions.find(({ archivedAt }) => archivedAt === null);
  const priceHt = asked[interval];
  const isThis = eq(plans.code, current?.code ?? "");
  if (priceHt === null) {
    await tx.update(plans).set({ archivedAt: at }).where(isThis);
    return null;
  }
  const { facturesParMois, utilisateurs, stockageMo, features } = asked;
  const terms = { priceHt, facturesParMois, utilisateurs, stockageMo, features };
  if (current && isSame(current, terms)) return null;
  if (current && (priceHt === 0 || !(await isHeld(tx, current.code)))) {
    await tx.update(plans).set(terms).where(isThis);
    return null;
  }
  const { offre, nom } = asked;
  const souche = versions[0]?.souche ?? `${offre}_${interval === "an" ? "annuel" : "mensuel"}`;
  const version = Math.max(0, ...versions.map((plan) => plan.version)) + 1;
  const code = version === 1 ? souche : `${souche}_v${version}`;
  // the key goes to the version on sale, as it does at Stripe
  await tx.update(plans).set({ lookupKey: null, archivedAt: at }).where(isThis);
  await tx.update(plans).set({ lookupKey: null }).where(eq(plans.souche, souche));
  const row = { code, souche, version, offre, nom, interval, lookupKey: souche, ...terms };
  await tx.insert(plans).values({ ...row, rank: 0, createdAt: at });
  return code;
}

const isSame = (plan: Plan, terms: Pick<Plan, "priceHt" | "features"> & Partial<Plan>): boolean =>
  plan.priceHt === terms.priceHt &&
  plan.facturesParMois === terms.facturesParMois &&
  plan.utilisateurs === terms.utilisateurs &&
  plan.stockageMo === terms.stockageMo &&
  JSON.stringify(plan.features) === JSON.stringify(terms.features);

/** Subscribed to, tried, or to come: once is enough. */
const isHeld = async (tx: ControlTx, code: string): Promise<boolean> =>
  (await tx.$count(
    abonnements,
    or(
      eq(abonnements.planCode, code),
      eq(abonnements.trialPlanCode, code),
      eq(abonnements.pendingPlanCode, code),
    ),
  )) > 0;

/** The dearest is the highest, whatever its version: what is more and what is less follows from it. */
async function rankByPrice(tx: ControlTx): Promise<void> {
  const rows = await tx.select().from(plans);
  const offres = [...new Set(rows.map(({ offre }) => offre))].map((offre) => {
    const own = rows.filter((plan) => plan.offre === offre);
    const sold = own.filter(({ archivedAt }) => archivedAt === null);
    return { offre, price: Math.min(...(sold.length > 0 ? sold : own).map(aMonth)) };
  });
  offres.sort((a, b) => a.price - b.price);
  for (const [index, { offre }] of offres.entries())
    for (const interval of ["mois", "an"] as const)
      await tx
        .update(plans)
        .set({ rank: (index + 1) * 10 + (interval === "an" ? 1 : 0) })
        .where(and(eq(plans.offre, offre), eq(plans.interval, interval)));
}

const aMonth = ({ priceHt, interval }: Plan): number =>
  interval === "an" ? priceHt / 12 : priceHt;
