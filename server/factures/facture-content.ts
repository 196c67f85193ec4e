import type { FactureRow } from "#db/tenant/schema/factures";
import type { LigneFacture } from "#db/tenant/schema/lignes-facture";
import type { FactureContent, LigneDraft } from "#server/domain/facture";

/** What was typed, read back from its rows. */
export function contentOf(row: FactureRow, lignes: readonly LigneFacture[]): FactureContent {
  return {
    clientId: row.clientId,
    subject: row.subject,
    purchaseOrder: row.purchaseOrder,
    buyerReference: row.buyerReference,
    operation: row.operation,
    exemptionArticle: row.exemptionArticle,
    deliveredOn: row.deliveredOn,
    echeance: row.echeance,
    shipTo: row.shipTo,
    note: row.note,
    lignes: lignes.map(ligneOf),
    ajustements: row.ajustements,
  };
}

function ligneOf(row: LigneFacture): LigneDraft {
  const { factureId: _, position: __, netHt: ___, ...ligne } = row;
  return ligne;
}

/** The columns of the sheet itself; its lignes have their own table. */
export function contentColumns(content: FactureContent) {
  return {
    clientId: content.clientId,
    subject: content.subject,
    purchaseOrder: content.purchaseOrder,
    buyerReference: content.buyerReference,
    operation: content.operation,
    exemptionArticle: content.exemptionArticle,
    deliveredOn: content.deliveredOn,
    echeance: content.echeance,
    shipTo: content.shipTo,
    note: content.note,
    ajustements: content.ajustements,
  };
}
