import { eq } from "drizzle-orm";
import { reglements } from "#db/tenant/schema/reglements";
import { soldes } from "#db/tenant/schema/soldes";
import type { CalendarDay } from "#server/domain/calendar-day";
import type { Cents } from "#server/domain/money";
import { Refusal } from "#server/domain/refusal";
import type { ReglementMethod } from "#server/domain/reglement";
import { loadFacture } from "#server/factures/load-facture";
import { newId } from "#server/id";
import { answerOnce } from "#server/journal/answer-once";
import { type By, type Log, recorded } from "#server/journal/recorded";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";

type Reglement = {
  readonly factureId: string;
  /** `remboursement`: money given back on a facture whose avoirs left the client in credit. */
  readonly sens: "encaissement" | "remboursement";
  /** Positive. */
  readonly amount: Cents;
  readonly method: ReglementMethod;
  readonly receivedOn: CalendarDay;
  readonly reference: string;
};

type Recorded = { readonly reglementId: string; readonly resteTtc: Cents };

/**
 * Record money received, in part or in full. The balance is computed from these records, never stored.
 *
 * @throws Refusal FACTURE_NOT_FOUND, FACTURE_NOT_ISSUED, REGLEMENT_INVALID (a day to come, or before the issue),
 *   REGLEMENT_EXCEEDS with what is left, IDEMPOTENCY_MISMATCH
 */
export function recordReglement(
  tenant: Tenant,
  { idempotencyKey: key, ...reglement }: Reglement & { readonly idempotencyKey: string },
  by: By,
): Promise<Recorded> {
  const once = { procedure: "reglements.record", key, request: reglement, at: by.now.at };
  return recorded(tenant, by, (tx, log) =>
    answerOnce(tx, once, () => insertReglement(tx, log, reglement, by)),
  );
}

async function insertReglement(tx: TenantTx, log: Log, reglement: Reglement, by: By) {
  const { factureId, sens, amount, method, receivedOn, reference } = reglement;
  const reste = await resteOf(tx, factureId);
  if (receivedOn > by.now.today) {
    const problems = [{ field: "receivedOn", code: "DAY_TO_COME" }];
    throw new Refusal("REGLEMENT_INVALID", {}, problems);
  }
  const amountTtc = sens === "encaissement" ? amount : -amount;
  const isWithin = sens === "encaissement" ? amount <= reste : amount <= -reste;
  if (!isWithin) throw new Refusal("REGLEMENT_EXCEEDS", { resteTtc: reste });
  const reglementId = newId();
  await tx.insert(reglements).values({
    id: reglementId,
    factureId,
    amountTtc,
    method,
    receivedOn,
    reference: reference.trim(),
    recordedAt: by.now.at,
    recordedBy: by.actor.userId,
    recordedByNom: by.actor.userName,
  });
  const payload = { reglementId, amountTtc, method, receivedOn, reference };
  await log({ kind: "reglement.recorded", entityId: factureId, payload });
  return { reglementId, resteTtc: reste - amountTtc };
}

/**
 * What is left to pay on a numbered facture.
 *
 * @throws Refusal FACTURE_NOT_FOUND, FACTURE_NOT_ISSUED
 */
export async function resteOf(tx: TenantTx, factureId: string): Promise<Cents> {
  const [solde] = await tx.select().from(soldes).where(eq(soldes.factureId, factureId));
  if (solde) return solde.totalTtc - solde.avoirsTtc - solde.regleTtc;
  await loadFacture(tx, factureId);
  throw new Refusal("FACTURE_NOT_ISSUED");
}
