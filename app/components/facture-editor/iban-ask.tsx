import { useTranslation } from "react-i18next";
import { isIban, normalizeIdentifier } from "#server/domain/identifiers";
import { formatRate } from "../../formats";
import { useCan } from "../../session";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { IdentifierField } from "../identifier-field";
import { PasswordField } from "../password-field";
import { SubmitButton } from "../submit-button";
import { showToast } from "../toast/toast-store";
import { useEditor } from "./editor-view";
import { ibanForm } from "./facture-forms";

/** Where to be paid, asked when it first matters and kept for all the factures to come. The brouillon stays as it is. */
export function IbanAsk() {
  const { t } = useTranslation(["factures", "reglages"]);
  const { facts } = useEditor();
  const mayGive = useCan("reglages");
  if (!mayGive || facts.emetteur.iban !== "") return null;
  const labels = {
    iban: t("reglages:paiement.iban"),
    current_password: t("reglages:paiement.motDePasse"),
  };
  return (
    <details className="demande-iban">
      <summary>{t("editeur.ibanManque")}</summary>
      <Write
        form={ibanForm}
        about="iban"
        onDone={() => showToast({ text: t("editeur.ibanDonne") })}
      >
        <ErrorSummary labels={labels} />
        <KeptTerms />
        <IdentifierField
          name="iban"
          label={labels.iban}
          help={t("reglages:paiement.ibanAide")}
          valid={t("reglages:paiement.ibanValide")}
          check={(value) => (isIban(normalizeIdentifier(value)) ? null : "IBAN_INVALID")}
        />
        <PasswordField
          name="current_password"
          label={labels.current_password}
          autoComplete="current-password"
          help={t("reglages:paiement.motDePasseAide")}
        />
        <SubmitButton plain>{t("editeur.ibanDonner")}</SubmitButton>
      </Write>
    </details>
  );
}

/** The other terms of payment, saved as they are with the account. */
function KeptTerms() {
  const { emetteur } = useEditor().facts;
  const { bic, echeanceDays, echeanceFinDeMois, penalitesRate, escompteRate, escompteDays } =
    emetteur;
  const kept = {
    ...{ bic, echeanceDays, escompteDays },
    penalitesRate: formatRate(penalitesRate),
    escompteRate: formatRate(escompteRate),
    ...(echeanceFinDeMois && { echeanceFinDeMois: "on" }),
  };
  return Object.entries(kept).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
