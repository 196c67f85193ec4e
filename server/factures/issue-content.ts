import type { FactureContent } from "#server/domain/facture";
import type { Acquittement } from "#server/domain/reglement";
import { answerOnce } from "#server/journal/answer-once";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant } from "#server/tenancy/tenant";
import { insertDraft } from "./insert-draft.ts";
import { type Issued, issueSheet } from "./issue-facture.ts";
import { loadIssueContext } from "./load-issue-context.ts";

type IssueContent = {
  readonly content: FactureContent;
  readonly idempotencyKey: string;
  /** Paid before it is issued: the document says so, and asks for nothing. */
  readonly acquittement?: Acquittement;
};

/**
 * Write and issue a facture in one act: nothing remains when it is refused.
 *
 * @throws Refusal as `issueFacture` and `draftFacture` do
 */
export function issueContent(
  tenant: Tenant,
  { content, idempotencyKey: key, acquittement }: IssueContent,
  by: By,
): Promise<Issued> {
  const once = { procedure: "factures.issueContent", key, request: content, at: by.now.at };
  const asked = { serie: "facture", today: by.now.today, clientId: content.clientId } as const;
  return recorded(tenant, by, (tx, log) =>
    answerOnce(tx, once, async () => {
      const context = await loadIssueContext(tx, asked);
      const { factureId } = await insertDraft(tx, content, by, context);
      return issueSheet(tx, log, { factureId, content, context, acquittement }, by);
    }),
  );
}
