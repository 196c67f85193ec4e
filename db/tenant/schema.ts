import { tenantMark } from "./schema/tenant-mark.ts";

/** Everything one société owns. Its table names never occur in the control database. */
export const tenantSchema = { tenantMark };
