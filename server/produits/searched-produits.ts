import { sql } from "drizzle-orm";
import { produits } from "#db/tenant/schema/produits";
import type { Searched } from "#server/recherche/search-filter";

/** The produits as a searched table. */
export const searchedProduits: Searched = {
  hits: sql`SELECT rowid FROM produits_search WHERE produits_search MATCH `,
  seq: sql`${produits.seq}`,
  search: sql`${produits.search}`,
  key: sql`${produits.designationKey}`,
};
