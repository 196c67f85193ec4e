import { corrections } from "#db/tenant/schema/corrections";
import { factures } from "#db/tenant/schema/factures";
import { buildPartialAvoir } from "#server/domain/build-avoir";
import { type CreditAsked, computeCredit } from "#server/domain/credit";
import { creditContent } from "#server/domain/credit-content";
import { creditProblems } from "#server/domain/credit-problems";
import type { FactureContent, LigneDraft } from "#server/domain/facture";
import type { Cents } from "#server/domain/money";
import { Refusal } from "#server/domain/refusal";
import type { Snapshot } from "#server/domain/snapshot";
import { newId } from "#server/id";
import { answerOnce } from "#server/journal/answer-once";
import { type By, type Log, recorded } from "#server/journal/recorded";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";
import { drawNumber } from "./draw-number.ts";
import { contentColumns, contentOf } from "./facture-content.ts";
import { freezeFacture } from "./freeze-facture.ts";
import { type CreditedLignes, loadCredited } from "./load-credited.ts";
import { loadContent } from "./load-facture.ts";
import { loadIssueContext } from "./load-issue-context.ts";
import { loadOrigine, type Origine } from "./load-origine.ts";
import { writeLignes } from "./write-lignes.ts";

type Once = { readonly factureId: string; readonly idempotencyKey: string };

type Credit = Once & {
  readonly motif: string;
  /** What is given back: positive amounts, rates of the facture. */
  readonly lignes: readonly LigneDraft[];
};

export type CreditedFacture = {
  readonly avoirId: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly totalTtc: Cents;
};

/**
 * Give back a part of an issued facture by an avoir of its own lignes, own number, linked both ways (CGI 289-I-5). All
 * avoirs of a facture together never exceed it.
 *
 * @throws Refusal FACTURE_NOT_FOUND, FACTURE_NOT_ISSUED, AVOIR_EXCEEDS with what may still be given back,
 *   FACTURE_INCOMPLETE, ISSUE_BEFORE_LAST, SERIE_NUMBER_TAKEN, IDEMPOTENCY_MISMATCH
 */
export function creditFacture(tenant: Tenant, credit: Credit, by: By): Promise<CreditedFacture> {
  const { idempotencyKey: key, ...request } = credit;
  const { factureId, motif, lignes } = request;
  const once = { procedure: "factures.creditFacture", key, request, at: by.now.at };
  return recorded(tenant, by, (tx, log) =>
    answerOnce(tx, once, async () => {
      const origine = await loadOrigine(tx, factureId);
      const content = { ...contentOf(origine, []), note: motif, ajustements: [], lignes };
      return issuePartial(tx, log, { origine, content, rendues: [] }, by);
    }),
  );
}

/**
 * The same of what a person chose on the facture itself: quantities of its lignes, amounts of its TVA groups.
 *
 * @throws Refusal as `creditFacture`, and AVOIR_EMPTY; AVOIR_EXCEEDS with a problem at each field beyond what is left
 */
export function creditPart(
  tenant: Tenant,
  credit: Once & CreditAsked,
  by: By,
): Promise<CreditedFacture> {
  const { idempotencyKey: key, ...request } = credit;
  const { factureId } = request;
  const once = { procedure: "factures.credit", key, request, at: by.now.at };
  return recorded(tenant, by, (tx, log) =>
    answerOnce(tx, once, async () => {
      const origine = await loadOrigine(tx, factureId);
      const content = await contentAsked(tx, origine, request, by);
      return issuePartial(tx, log, { origine, content, rendues: request.lignes }, by);
    }),
  );
}

async function contentAsked(tx: TenantTx, origine: Origine, asked: CreditAsked, { now }: By) {
  const { id, snapshot } = origine;
  const content = await loadContent(tx, origine);
  const creditable = { content, snapshot, credited: await loadCredited(tx, id, snapshot) };
  const problems = creditProblems(creditable, asked);
  const resteTtc = resteOf(origine);
  if (problems.length > 0) throw new Refusal("AVOIR_EXCEEDS", { resteTtc }, problems);
  const avoir = creditContent(creditable, asked, now.today);
  const { totals } = computeCredit(creditable, avoir, now.today);
  if (totals.totalTtc <= 0) throw new Refusal("AVOIR_EMPTY");
  return avoir;
}

const resteOf = ({ totalTtc, avoirsTtc }: Origine): Cents => totalTtc - avoirsTtc;

type Partial = {
  readonly origine: Origine;
  readonly content: FactureContent;
  /** Lignes of the facture given back, for the journal. */
  readonly rendues: CreditedLignes;
};

async function issuePartial(
  tx: TenantTx,
  log: Log,
  { origine, content, rendues }: Partial,
  by: By,
): Promise<CreditedFacture> {
  const { today: issuedOn } = by.now;
  const { id: factureId } = origine;
  const { note: motif } = content;
  const asked = { serie: "avoir", today: issuedOn, clientId: null } as const;
  const { emetteur, marque, counter } = await loadIssueContext(tx, asked);
  const drawn = drawNumber(counter, issuedOn);
  const { number } = drawn;
  const avoir = { number, issuedOn, motif, emetteur, marque };
  const snapshot = buildPartialAvoir(origine.snapshot, avoir, content);
  assertWithin(origine, snapshot);
  const avoirId = await insertPartial(tx, origine, { content, snapshot }, by);
  const payload = { origineId: factureId, origine: origine.number ?? "", motif };
  await freezeFacture(tx, log, { factureId: avoirId, drawn, snapshot, payload }, by);
  const credited = { avoirId, number, motif, lignes: rendues };
  await log({ kind: "facture.credited", entityId: factureId, payload: credited });
  return { avoirId, number, issuedOn, totalTtc: snapshot.totals.totalTtc };
}

function assertWithin(origine: Origine, { totals }: Snapshot): void {
  const resteTtc = resteOf(origine);
  if (totals.totalTtc > resteTtc) throw new Refusal("AVOIR_EXCEEDS", { resteTtc });
}

type Written = { readonly content: FactureContent; readonly snapshot: Snapshot };

async function insertPartial(
  tx: TenantTx,
  { id: origineId, clientNom, clientKey }: Origine,
  { content, snapshot }: Written,
  { actor, now }: By,
): Promise<string> {
  const avoirId = newId();
  const { totalHt, totalTva, totalTtc } = snapshot.totals;
  await tx.insert(factures).values({
    ...{ id: avoirId, type: "avoir", serie: "avoir", origineId, clientNom, clientKey },
    ...contentColumns(content),
    ...{ totalHt, totalTva, totalTtc },
    ...{ createdAt: now.at, createdBy: actor.userId },
    ...{ updatedAt: now.at, updatedBy: actor.userId, updatedByNom: actor.userName },
  });
  const netsHt = snapshot.lignes.map(({ netHt }) => netHt);
  await writeLignes(tx, avoirId, content.lignes, netsHt);
  await tx.insert(corrections).values({ avoirId, origineId, totalTtc });
  return avoirId;
}
