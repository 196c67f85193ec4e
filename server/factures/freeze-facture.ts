import { eq } from "drizzle-orm";
import { emissions } from "#db/tenant/schema/emissions";
import { factures } from "#db/tenant/schema/factures";
import { canonicalJson } from "#server/domain/canonical-json";
import { checkSnapshot } from "#server/domain/en16931/check-snapshot";
import { renderCii } from "#server/domain/en16931/cii";
import { Refusal } from "#server/domain/refusal";
import { fold } from "#server/domain/search";
import type { Snapshot } from "#server/domain/snapshot";
import { sha256 } from "#server/journal/journal-hash";
import type { By, Log } from "#server/journal/recorded";
import { fixedInsert, fixedUpdate } from "#server/tenancy/fixed-statement";
import type { TenantTx } from "#server/tenancy/tenant";
import type { DrawnNumber } from "./draw-number.ts";

type Freeze = {
  readonly factureId: string;
  readonly drawn: DrawnNumber;
  readonly snapshot: Snapshot;
  /** What the journal line says beside the document itself. */
  readonly payload?: Readonly<Record<string, string>>;
};

const insertEmission = fixedInsert(emissions, [
  "factureId",
  "contentSha256",
  "xmlSha256",
  "issuedBy",
  "issuedByNom",
  "snapshot",
  "xml",
]);
const numberFacture = fixedUpdate(factures, [
  "status",
  "serie",
  "exercice",
  "rang",
  "number",
  "issuedOn",
  "issuedAt",
  "dueOn",
  "clientNom",
  "clientKey",
  "totalHt",
  "totalTva",
  "totalTtc",
]);

/**
 * Number a brouillon and freeze what it says: content and XML with their sha-256, the journal line that chains them.
 * Counter, kept totals and the task that will draw the page follow by trigger.
 *
 * @throws Refusal FACTURE_INCOMPLETE when our own EN 16931 checks find a fault, SERIE_NUMBER_TAKEN
 */
export async function freezeFacture(
  tx: TenantTx,
  log: Log,
  { factureId, drawn, snapshot, payload }: Freeze,
  { actor, now }: By,
): Promise<void> {
  const faults = checkSnapshot(snapshot);
  if (faults.length > 0) throw new Refusal("FACTURE_INCOMPLETE", { count: faults.length }, faults);

  const content = canonicalJson(snapshot);
  const xml = renderCii(snapshot);
  const seal = { contentSha256: sha256(content), xmlSha256: sha256(xml) };
  const by = { issuedBy: actor.userId, issuedByNom: actor.userName };
  await insertEmission(tx, { factureId, ...seal, ...by, snapshot: content, xml });
  await number(tx, factureId, drawn, snapshot, now.at);
  const { type, issuedOn, totals } = snapshot;
  await log({
    kind: type === "avoir" ? "avoir.issued" : "facture.issued",
    entityId: factureId,
    payload: { number: drawn.number, issuedOn, totals, ...seal, ...payload },
  });
}

async function number(
  tx: TenantTx,
  factureId: string,
  drawn: DrawnNumber,
  { issuedOn, dueOn, acheteur, totals }: Snapshot,
  issuedAt: number,
): Promise<void> {
  const { totalHt, totalTva, totalTtc } = totals;
  const client = { clientNom: acheteur.nom, clientKey: fold(acheteur.nom) };
  const amounts = { totalHt, totalTva, totalTtc };
  try {
    const issued = { status: "emise", issuedOn, issuedAt, dueOn } as const;
    await numberFacture(tx, factureId, { ...drawn, ...client, ...amounts, ...issued });
  } catch (cause) {
    // An imported document may already bear the number this serie comes to.
    if (await isTaken(tx, drawn.number))
      throw new Refusal("SERIE_NUMBER_TAKEN", { number: drawn.number });
    throw cause;
  }
}

const isTaken = async (tx: TenantTx, taken: string) =>
  (await tx.$count(factures, eq(factures.number, taken))) > 0;
