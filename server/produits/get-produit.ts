import type { Tenant } from "#server/tenancy/tenant";
import { loadProduit } from "./load-produit.ts";

/** @throws Refusal PRODUIT_NOT_FOUND */
export const getProduit = (tenant: Tenant, produitId: string) =>
  tenant.read((db) => loadProduit(db, produitId));
