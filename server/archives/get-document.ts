import { eq } from "drizzle-orm";
import { emissions } from "#db/tenant/schema/emissions";
import { factures } from "#db/tenant/schema/factures";
import { Refusal } from "#server/domain/refusal";
import type { SocieteId, Tenant } from "#server/tenancy/tenant";

export type IssuedDocument = {
  readonly societeId: SocieteId;
  readonly number: string;
  /** The CII XML as issued, the very bytes embedded in the PDF. */
  readonly xml: string;
};

/** @throws Refusal FACTURE_NOT_FOUND for a brouillon too */
export async function getDocument(tenant: Tenant, factureId: string): Promise<IssuedDocument> {
  const [row] = await tenant.read((db) =>
    db
      .select({ number: factures.number, xml: emissions.xml })
      .from(emissions)
      .innerJoin(factures, eq(factures.id, emissions.factureId))
      .where(eq(emissions.factureId, factureId)),
  );
  if (!row) throw new Refusal("FACTURE_NOT_FOUND");
  return { societeId: tenant.societeId, number: row.number ?? "", xml: row.xml };
}
