import { factures } from "#db/tenant/schema/factures";
import type { FactureContent, FactureTotals } from "#server/domain/facture";
import { newId } from "#server/id";
import type { By } from "#server/journal/recorded";
import { fixedInsert } from "#server/tenancy/fixed-statement";
import type { TenantTx } from "#server/tenancy/tenant";
import { computeDraft } from "./compute-draft.ts";
import { contentColumns } from "./facture-content.ts";
import { loadParties, type Parties } from "./load-parties.ts";
import { assertProduitsKnown, writeLignes } from "./write-lignes.ts";

export type Drafted = {
  readonly factureId: string;
  readonly version: number;
  readonly totals: FactureTotals;
};

const insertFacture = fixedInsert(factures, [
  "id",
  "serie",
  "clientId",
  "clientNom",
  "clientKey",
  "totalHt",
  "totalTva",
  "totalTtc",
  "subject",
  "purchaseOrder",
  "buyerReference",
  "operation",
  "exemptionArticle",
  "deliveredOn",
  "echeance",
  "shipTo",
  "note",
  "ajustements",
  "createdAt",
  "createdBy",
  "updatedAt",
  "updatedBy",
  "updatedByNom",
]);

/** @throws Refusal CLIENT_NOT_FOUND, PRODUIT_NOT_FOUND, FACTURE_INVALID */
export async function insertDraft(
  tx: TenantTx,
  content: FactureContent,
  { actor, now }: By,
  known?: Parties,
): Promise<Drafted> {
  const parties = known ?? (await loadParties(tx, content.clientId));
  const { columns, netsHt, totals } = computeDraft(content, parties, now.today);
  await assertProduitsKnown(tx, content.lignes);
  const factureId = newId();
  await insertFacture(tx, {
    id: factureId,
    serie: "facture",
    ...contentColumns(content),
    ...columns,
    createdAt: now.at,
    createdBy: actor.userId,
    updatedAt: now.at,
    updatedBy: actor.userId,
    updatedByNom: actor.userName,
  });
  await writeLignes(tx, factureId, content.lignes, netsHt);
  return { factureId, version: 1, totals };
}
