import { and, eq } from "drizzle-orm";
import { clients } from "#db/tenant/schema/clients";
import { factures } from "#db/tenant/schema/factures";
import { journal } from "#db/tenant/schema/journal";
import { produits } from "#db/tenant/schema/produits";
import { reglements } from "#db/tenant/schema/reglements";
import type { TenantDb } from "#server/tenancy/tenant";

/** How much a société holds: what its export carries and its deletion destroys. */
export async function countContents(db: TenantDb) {
  const issued = (type: "facture" | "avoir") =>
    db.$count(factures, and(eq(factures.type, type), eq(factures.status, "emise")));
  return {
    factures: await issued("facture"),
    avoirs: await issued("avoir"),
    clients: await db.$count(clients),
    produits: await db.$count(produits),
    reglements: await db.$count(reglements),
    journalLines: await db.$count(journal),
  };
}
