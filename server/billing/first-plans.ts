import type { Plan } from "#db/control/schema/plans";
import type { Feature } from "#server/domain/quota";

type Offer = readonly [
  offre: string,
  nom: string,
  euros: number,
  facturesParMois: number | null,
  utilisateurs: number | null,
  stockageMo: number,
  features: readonly Feature[],
];

const offers: readonly Offer[] = [
  ["gratuit", "Gratuit", 0, 5, 1, 100, []],
  ["essentiel", "Essentiel", 9, 50, 3, 1_000, ["modeles"]],
  ["pro", "Pro", 29, 500, 10, 10_000, ["modeles"]],
  ["entreprise", "Entreprise", 99, null, null, 100_000, ["modeles"]],
];

/** A year costs ten months. */
const monthsPaidAYear = 10;

/** What is on sale the first time a data directory is opened. Prices in cents, before TVA. */
export const firstPlans: readonly Omit<Plan, "createdAt">[] = offers.flatMap(plansOf);

function plansOf(
  [offre, nom, euros, facturesParMois, utilisateurs, stockageMo, features]: Offer,
  index: number,
): Omit<Plan, "createdAt">[] {
  const limits = { facturesParMois, utilisateurs, stockageMo, features };
  const priceHt = euros * 100;
  const rank = (index + 1) * 10;
  const common = { offre, nom, ...limits, archivedAt: null };
  if (priceHt === 0)
    return [{ ...first(offre), ...common, priceHt, interval: "mois", lookupKey: null, rank }];
  const [mois, an] = [`${offre}_mensuel`, `${offre}_annuel`];
  return [
    { ...first(mois), ...common, priceHt, interval: "mois", lookupKey: mois, rank },
    {
      ...first(an),
      ...common,
      priceHt: priceHt * monthsPaidAYear,
      interval: "an",
      lookupKey: an,
      rank: rank + 1,
    },
  ];
}

function first(code: string) {
  return { code, souche: code, version: 1 };
}

/** What everybody falls back to: it has one version. */
export const freePlanCode = "gratuit";
/** What a new société tries, in the version on sale that day. */
export const trialOffre = "pro";
