import type { FactureContent } from "#server/domain/facture";
import { answerOnce } from "#server/journal/answer-once";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant } from "#server/tenancy/tenant";
import { insertDraft } from "./insert-draft.ts";
import { type Issued, issueBrouillon } from "./issue-facture.ts";

type IssueContent = { readonly content: FactureContent; readonly idempotencyKey: string };

/**
 * Write and issue a facture in one act: nothing remains when it is refused.
 *
 * @throws Refusal as `issueFacture` and `draftFacture` do
 */
export function issueContent(
  tenant: Tenant,
  { content, idempotencyKey: key }: IssueContent,
  by: By,
): Promise<Issued> {
  const once = { procedure: "factures.issueContent", key, request: content, at: by.now.at };
  return recorded(tenant, by, (tx, log) =>
    answerOnce(tx, once, async () => {
      const { factureId, version } = await insertDraft(tx, content, by);
      return issueBrouillon(tx, log, { factureId, version }, by);
    }),
  );
}
