import { sql } from "drizzle-orm";
import { corrections } from "#db/tenant/schema/corrections";
import { type FactureRow, factures } from "#db/tenant/schema/factures";
import { buildAvoir } from "#server/domain/build-avoir";
import { Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import { answerOnce } from "#server/journal/answer-once";
import { type By, type Log, recorded } from "#server/journal/recorded";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";
import { drawNumber } from "./draw-number.ts";
import { freezeFacture } from "./freeze-facture.ts";
import { loadIssueContext } from "./load-issue-context.ts";
import { loadOrigine } from "./load-origine.ts";

type Cancel = {
  readonly factureId: string;
  readonly motif: string;
  readonly idempotencyKey: string;
};

export type Cancelled = {
  readonly factureId: string;
  readonly avoirId: string;
  readonly number: string;
  readonly issuedOn: string;
};

/**
 * Cancel an issued facture by an avoir of its whole amount: own number, linked both ways, in one transaction. The
 * facture itself does not change and keeps its number (CGI 289-I-5).
 *
 * @throws Refusal FACTURE_NOT_FOUND, FACTURE_NOT_ISSUED, FACTURE_ALREADY_CANCELLED, ISSUE_BEFORE_LAST,
 *   SERIE_NUMBER_TAKEN, IDEMPOTENCY_MISMATCH
 */
export function cancelFacture(tenant: Tenant, cancel: Cancel, by: By): Promise<Cancelled> {
  const { idempotencyKey: key, ...request } = cancel;
  const once = { procedure: "factures.cancel", key, request, at: by.now.at };
  return recorded(tenant, by, (tx, log) =>
    answerOnce(tx, once, () => issueAvoir(tx, log, request, by)),
  );
}

async function issueAvoir(
  tx: TenantTx,
  log: Log,
  { factureId, motif }: Pick<Cancel, "factureId" | "motif">,
  by: By,
): Promise<Cancelled> {
  const { today: issuedOn } = by.now;
  const facture = await loadOrigine(tx, factureId);
  if (facture.avoirsTtc > 0) throw new Refusal("FACTURE_ALREADY_CANCELLED");
  const asked = { serie: "avoir", today: issuedOn, clientId: null } as const;
  const { emetteur, marque, counter } = await loadIssueContext(tx, asked);
  const drawn = drawNumber(counter, issuedOn);
  const snapshot = buildAvoir(facture.snapshot, {
    number: drawn.number,
    issuedOn,
    motif,
    emetteur,
    marque,
  });
  const avoirId = await insertAvoir(tx, facture, motif, by);
  const { totalTtc } = facture;
  await tx.insert(corrections).values({ avoirId, origineId: factureId, totalTtc });
  const payload = { origineId: factureId, origine: facture.number ?? "", motif };
  await freezeFacture(tx, log, { factureId: avoirId, drawn, snapshot, payload }, by);
  const { number } = drawn;
  await log({
    kind: "facture.cancelled",
    entityId: factureId,
    payload: { avoirId, number, motif },
  });
  return { factureId, avoirId, number, issuedOn };
}

/** The avoir's own row and lignes: those of its facture. */
async function insertAvoir(tx: TenantTx, facture: FactureRow, motif: string, { actor, now }: By) {
  const avoirId = newId();
  const { clientId, clientNom, clientKey, subject, purchaseOrder, buyerReference } = facture;
  const { operation, exemptionArticle, deliveredOn, echeance, shipTo, ajustements } = facture;
  const { totalHt, totalTva, totalTtc } = facture;
  await tx.insert(factures).values({
    ...{ id: avoirId, type: "avoir", serie: "avoir", origineId: facture.id, note: motif },
    ...{ clientId, clientNom, clientKey, subject, purchaseOrder, buyerReference },
    ...{ operation, exemptionArticle, deliveredOn, echeance, shipTo, ajustements },
    ...{ totalHt, totalTva, totalTtc },
    ...{ createdAt: now.at, createdBy: actor.userId },
    ...{ updatedAt: now.at, updatedBy: actor.userId, updatedByNom: actor.userName },
  });
  await tx.run(sql`
    INSERT INTO lignes_facture (facture_id, position, kind, designation, description, quantity, unit, unit_price_ht,
      rate, nature, produit_id, ajustements, net_ht)
    SELECT ${avoirId}, position, kind, designation, description, quantity, unit, unit_price_ht, rate, nature,
      produit_id, ajustements, net_ht
    FROM lignes_facture WHERE facture_id = ${facture.id}`);
  return avoirId;
}
