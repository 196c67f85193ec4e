import { memo } from "react";
import { Trans, useTranslation } from "react-i18next";
import { Write } from "../../write";
import { QuotaNote } from "../abonnement/quota-note";
import { FailureText } from "../failure-text";
import { RoleNote } from "../role-note";
import { Discard } from "./discard";
import { useSheet } from "./editor-view";
import { issueForm } from "./facture-forms";
import { IbanAsk } from "./iban-ask";
import { IssueModal } from "./issue-modal";
import { ProblemsList } from "./problems-list";
import type { Issuing } from "./use-issue";

/** The primary act, with what it will do. Without JavaScript it is a form like any other. */
export const IssueBox = memo(function IssueBox({ issuing }: { readonly issuing: Issuing }) {
  const { t } = useTranslation("factures");
  const { facts, version } = useSheet();
  const { failure, ask, isAsked, cancel, key } = issuing;
  return (
    <div className="cote__pied etape etape--verifier">
      <ProblemsList />
      <IbanAsk />
      {facts.canIssue ? (
        <Write
          form={issueForm}
          onSubmitCapture={(event) => {
            event.preventDefault();
            event.stopPropagation();
            ask();
          }}
        >
          <input type="hidden" name="factureId" value={facts.factureId} />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="idempotencyKey" value={key} />
          <button type="submit" className="bouton bouton--principal bouton--large">
            {t("emettre.emettre")}
          </button>
        </Write>
      ) : (
        <RoleNote permission="factures.issue" />
      )}
      {failure && (
        <p className="erreur" role="alert">
          <FailureText failure={failure} />
        </p>
      )}
      {facts.canIssue && <QuotaNote />}
      <p className="note">
        <Trans
          t={t}
          i18nKey="emettre.consequence"
          values={{ numero: facts.nextNumber }}
          components={{ b: <b className="num fort" /> }}
        />
      </p>
      {facts.canWrite && <Discard />}
      {isAsked && <IssueModal issuing={issuing} onClose={cancel} />}
    </div>
  );
});
