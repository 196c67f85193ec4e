import { asc, isNull } from "drizzle-orm";
import { type Plan, plans } from "#db/control/schema/plans";
import type { Feature, Limits } from "#server/domain/quota";
import type { Control } from "#server/tenancy/control";
import { limitsOf } from "./plan-terms.ts";

type Price = { readonly code: string; readonly priceHt: number };

/** An offer with its monthly and yearly prices, in cents before TVA. */
export type Offre = {
  readonly offre: string;
  readonly nom: string;
  readonly mois: Price | null;
  readonly an: Price | null;
  /** Factures a month, users, megabytes; null: no limit. */
  readonly limits: Limits;
  readonly features: readonly Feature[];
};

/** What is on sale, from the smallest. The limits are those of the monthly price, or of the yearly one alone. */
export async function listPlans(control: Control): Promise<Offre[]> {
  const rows = await control.read((db) =>
    db.select().from(plans).where(isNull(plans.archivedAt)).orderBy(asc(plans.rank)),
  );
  const names = new Set(rows.map(({ offre }) => offre));
  return [...names].flatMap((name) => offreOf(rows.filter(({ offre }) => offre === name)));
}

function offreOf(rows: Plan[]): Offre[] {
  const [first] = rows;
  if (!first) return [];
  const { offre, nom, features } = first;
  const price = (interval: Plan["interval"]): Price | null => {
    const row = rows.find((each) => each.interval === interval);
    return row ? { code: row.code, priceHt: row.priceHt } : null;
  };
  return [{ offre, nom, mois: price("mois"), an: price("an"), limits: limitsOf(first), features }];
}
