import { eq } from "drizzle-orm";
import { clients } from "#db/tenant/schema/clients";
import { factures } from "#db/tenant/schema/factures";
import { produits } from "#db/tenant/schema/produits";
import type { Tenant } from "#server/tenancy/tenant";

/** How far the furnishing of a demonstration société went. */
export function countSeeded(tenant: Tenant) {
  return tenant.read(async (db) => ({
    clients: await db.$count(clients),
    produits: await db.$count(produits),
    factures: await db.$count(factures, eq(factures.type, "facture")),
  }));
}
