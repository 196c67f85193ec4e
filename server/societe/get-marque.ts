import type { Tenant } from "#server/tenancy/tenant";
import { loadMarque } from "./emetteur-view.ts";

/** What every page shows of the société; the rest of its settings is asked by the few pages that need it. */
export const getMarque = (tenant: Tenant) => tenant.read(loadMarque);
