import { and, desc, eq } from "drizzle-orm";
import { produits } from "#db/tenant/schema/produits";
import { searchFilter } from "#server/recherche/search-filter";
import type { Tenant } from "#server/tenancy/tenant";
import { produitSummary } from "./produit-view.ts";
import { searchedProduits } from "./searched-produits.ts";

const few = 8;

/** A few produits for what is being typed, the most used first; before typing, the most used of all. */
export function suggestProduits(tenant: Tenant, q: string) {
  return tenant.read(async (db) => {
    const { where } = await searchFilter(db, searchedProduits, q);
    return db
      .select(produitSummary)
      .from(produits)
      .where(and(eq(produits.isArchived, false), where))
      .orderBy(desc(produits.uses), desc(produits.id))
      .limit(few);
  });
}
