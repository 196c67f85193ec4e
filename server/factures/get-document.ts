import { eq } from "drizzle-orm";
import { emissions } from "#db/tenant/schema/emissions";
import { factures } from "#db/tenant/schema/factures";
import { Refusal } from "#server/domain/refusal";
import type { Tenant } from "#server/tenancy/tenant";

/**
 * What a download of an issued document needs: its number, its XML as it was sent, whose it is.
 *
 * @throws Refusal FACTURE_NOT_FOUND for a brouillon too: it has no document
 */
export async function getDocument(tenant: Tenant, factureId: string) {
  const [found] = await tenant.read((db) =>
    db
      .select({ number: factures.number, xml: emissions.xml })
      .from(emissions)
      .innerJoin(factures, eq(factures.id, emissions.factureId))
      .where(eq(emissions.factureId, factureId)),
  );
  if (!found?.number) throw new Refusal("FACTURE_NOT_FOUND");
  return { number: found.number, xml: found.xml, societeId: tenant.societeId };
}
