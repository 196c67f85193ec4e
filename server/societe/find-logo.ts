import { eq } from "drizzle-orm";
import { logos } from "#db/tenant/schema/logos";
import type { Tenant } from "#server/tenancy/tenant";

/** The PNG of a logo this société uses or used, or null. */
export async function findLogo(tenant: Tenant, sha256: string): Promise<Uint8Array | null> {
  const [logo] = await tenant.read((db) =>
    db.select({ png: logos.png }).from(logos).where(eq(logos.sha256, sha256)),
  );
  return logo?.png ?? null;
}
