import { acheteurOf } from "#server/clients/client-view";
import { loadClient } from "#server/clients/load-client";
import { buildSnapshot } from "#server/domain/build-snapshot";
import { problemsOf } from "#server/domain/completeness";
import { Refusal } from "#server/domain/refusal";
import { answerOnce } from "#server/journal/answer-once";
import { type By, type Log, recorded } from "#server/journal/recorded";
import { loadEmetteur, loadMarque } from "#server/societe/emetteur-view";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";
import { assertQuota } from "./assert-quota.ts";
import { drawNumber } from "./draw-number.ts";
import { freezeFacture } from "./freeze-facture.ts";
import { assertVersion, loadBrouillon, loadContent } from "./load-facture.ts";

type Issue = {
  readonly factureId: string;
  /** The one the person saw. */
  readonly version: number;
  readonly idempotencyKey: string;
};

export type Issued = {
  readonly factureId: string;
  readonly number: string;
  readonly issuedOn: string;
};

/**
 * Number a brouillon and freeze it. Quota, number, content, XML, hash chain and kept totals share one transaction: no
 * gap, no double, no overdraft. The same key again answers the same facture.
 *
 * @throws Refusal FACTURE_NOT_FOUND, FACTURE_ALREADY_ISSUED, VERSION_CONFLICT, FACTURE_INCOMPLETE with its problems,
 *   QUOTA_REACHED, SUBSCRIPTION_READ_ONLY, ISSUE_BEFORE_LAST, SERIE_NUMBER_TAKEN, IDEMPOTENCY_MISMATCH
 */
export function issueFacture(tenant: Tenant, issue: Issue, by: By): Promise<Issued> {
  const { factureId, version, idempotencyKey: key } = issue;
  const request = { factureId, version };
  const once = { procedure: "factures.issue", key, request, at: by.now.at };
  return recorded(tenant, by, (tx, log) =>
    answerOnce(tx, once, () => issueBrouillon(tx, log, request, by)),
  );
}

/** The issue itself, inside a transaction and after idempotency. */
export async function issueBrouillon(
  tx: TenantTx,
  log: Log,
  { factureId, version }: Pick<Issue, "factureId" | "version">,
  by: By,
): Promise<Issued> {
  const { today } = by.now;
  const brouillon = await loadBrouillon(tx, factureId);
  assertVersion(brouillon, version);
  const content = await loadContent(tx, brouillon);
  const emetteur = await loadEmetteur(tx);
  const client = content.clientId === null ? null : await loadClient(tx, content.clientId);
  const acheteur = client && acheteurOf(client);

  const problems = problemsOf({ content, emetteur, acheteur, today });
  if (problems.length > 0 || !acheteur)
    throw new Refusal("FACTURE_INCOMPLETE", { count: problems.length }, problems);
  await assertQuota(tx);

  const drawn = await drawNumber(tx, "facture", today);
  const snapshot = buildSnapshot({
    type: "facture",
    content,
    emetteur,
    marque: await loadMarque(tx),
    acheteur,
    number: drawn.number,
    issuedOn: today,
    preceding: [],
  });
  await freezeFacture(tx, log, { factureId, drawn, snapshot }, by);
  return { factureId, number: drawn.number, issuedOn: today };
}
