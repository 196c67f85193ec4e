import { and, asc, eq, inArray } from "drizzle-orm";
import { produits } from "#db/tenant/schema/produits";
import { csvText } from "#server/domain/csv";
import { plainDecimal } from "#server/domain/decimal";
import { formatUnit } from "#server/domain/units";
import { csvTable, pageSize, past } from "#server/recherche/csv-table";
import { searchFilter } from "#server/recherche/search-filter";
import type { Tenant } from "#server/tenancy/tenant";
import { searchedProduits } from "./searched-produits.ts";

export type ProduitSelection = {
  /** Those that were ticked; null: all that the rest keeps. */
  readonly ids: readonly string[] | null;
  readonly q: string;
  /** Null: archived or not. */
  readonly etat: "actifs" | "archives" | null;
};

const everything: ProduitSelection = { ids: null, q: "", etat: null };

const header = ["Référence", "Désignation", "Description", "Nature", "Unité"];

/** The produits of a selection, all of them unless told, as CSV in the order they were created. */
export function exportProduits(
  tenant: Tenant,
  { ids, q, etat }: ProduitSelection = everything,
): AsyncGenerator<string, void> {
  return csvTable(tenant, {
    header: [...header, "Prix unitaire HT", "Taux de TVA", "Archivé"],
    read: async (db, after?: typeof produits.$inferSelect) => {
      const search = await searchFilter(db, searchedProduits, q);
      const asked = and(
        ids === null ? undefined : inArray(produits.id, [...ids]),
        etat === null ? undefined : eq(produits.isArchived, etat === "archives"),
        search.where,
      );
      return db
        .select()
        .from(produits)
        .where(and(asked, past(produits.seq, after?.seq)))
        .orderBy(asc(produits.seq))
        .limit(pageSize);
    },
    cells: ({ reference, designation, description, nature, unit, ...row }) => [
      ...[reference, designation, description, nature, formatUnit(unit)].map(csvText),
      number(row.unitPriceHt, 6),
      number(row.rate, 2),
      row.isArchived ? "oui" : "non",
    ],
  });
}

const number = (value: number, scale: number) => plainDecimal(value, scale).replace(".", ",");
