import { eq } from "drizzle-orm";
import { emissions } from "#db/tenant/schema/emissions";
import { factures } from "#db/tenant/schema/factures";
import { logos } from "#db/tenant/schema/logos";
import { Refusal } from "#server/domain/refusal";
import type { Snapshot } from "#server/domain/snapshot";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";

export type Rendering = {
  readonly snapshot: Snapshot;
  readonly xml: string;
  /** The logo the snapshot names, whatever the société uses today. */
  readonly logo: Uint8Array | null;
  /** Whole seconds since 1970: the PDF's own date, so that the same facture gives the same bytes. */
  readonly issuedAt: number;
};

/**
 * Everything the PDF of an issued document is made of, as frozen at issue.
 *
 * @throws Refusal FACTURE_NOT_FOUND for a brouillon too
 */
export function getRendering(tenant: Tenant, factureId: string): Promise<Rendering> {
  return tenant.read(async (db) => {
    const [row] = await db
      .select({
        snapshot: emissions.snapshot,
        xml: emissions.xml,
        issuedAt: factures.issuedAt,
      })
      .from(emissions)
      .innerJoin(factures, eq(factures.id, emissions.factureId))
      .where(eq(emissions.factureId, factureId));
    if (!row) throw new Refusal("FACTURE_NOT_FOUND");
    const snapshot = JSON.parse(row.snapshot) as Snapshot;
    return {
      snapshot,
      xml: row.xml,
      logo: await logoOf(db, snapshot.marque.logoSha256),
      issuedAt: Math.floor((row.issuedAt ?? 0) / 1_000),
    };
  });
}

async function logoOf(db: TenantDb, sha256: string | null): Promise<Uint8Array | null> {
  if (sha256 === null) return null;
  const [logo] = await db.select({ png: logos.png }).from(logos).where(eq(logos.sha256, sha256));
  return logo?.png ?? null;
}
