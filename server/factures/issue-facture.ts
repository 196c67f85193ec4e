import { buildSnapshot } from "#server/domain/build-snapshot";
import { problemsOf } from "#server/domain/completeness";
import type { FactureContent } from "#server/domain/facture";
import { Refusal } from "#server/domain/refusal";
import type { Acquittement } from "#server/domain/reglement";
import { answerOnce } from "#server/journal/answer-once";
import { type By, type Log, recorded } from "#server/journal/recorded";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";
import { assertQuota } from "./assert-quota.ts";
import { drawNumber } from "./draw-number.ts";
import { freezeFacture } from "./freeze-facture.ts";
import { type IssueContext, loadIssueContext } from "./load-issue-context.ts";
import { assertVersion, loadSheet } from "./load-sheet.ts";

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
  const { today } = by.now;
  return recorded(tenant, by, (tx, log) =>
    answerOnce(tx, once, async () => {
      const sheet = await loadSheet(tx, factureId);
      assertVersion(sheet, version);
      const { content } = sheet;
      const { clientId } = content;
      const context = await loadIssueContext(tx, { serie: "facture", today, clientId });
      return issueSheet(tx, log, { factureId, content, context }, by);
    }),
  );
}

type IssuedSheet = {
  readonly factureId: string;
  readonly content: FactureContent;
  readonly context: IssueContext;
  /** Paid before it is issued. */
  readonly acquittement?: Acquittement | undefined;
};

/** The issue itself, of a brouillon just read or just written in this transaction. */
export async function issueSheet(
  tx: TenantTx,
  log: Log,
  { factureId, content, context, acquittement }: IssuedSheet,
  by: By,
): Promise<Issued> {
  const { today } = by.now;
  const { emetteur, marque, acheteur, counter, terms } = context;
  const problems = problemsOf({ content, emetteur, acheteur, today });
  if (problems.length > 0 || !acheteur)
    throw new Refusal("FACTURE_INCOMPLETE", { count: problems.length }, problems);
  await assertQuota(tx, terms, by.now);

  const drawn = drawNumber(counter, today);
  const snapshot = buildSnapshot({
    type: "facture",
    content,
    emetteur,
    marque,
    acheteur,
    number: drawn.number,
    issuedOn: today,
    preceding: [],
    ...(acquittement ? { acquittement } : {}),
  });
  await freezeFacture(tx, log, { factureId, drawn, snapshot }, by);
  return { factureId, number: drawn.number, issuedOn: today };
}
