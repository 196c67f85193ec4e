import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatIban, isBic, isIban, normalizeIdentifier } from "#server/domain/identifiers";
import { formatRate } from "../../formats";
import { useWriteState } from "../../write";
import { CheckField } from "../check-field";
import { FormSection } from "../form-section";
import { IdentifierField } from "../identifier-field";
import { PasswordField } from "../password-field";
import { TextField } from "../text-field";
import { paiementForm } from "./emetteur-forms";
import type { Emetteur } from "./identite-section";
import { PenalitesField } from "./penalites-field";
import { SettingsForm } from "./settings-form";
import { useEmetteurLabels } from "./use-emetteur-labels";

export function PaiementSection({ emetteur }: { emetteur: Emetteur }) {
  const { t } = useTranslation("reglages");
  const labels = useEmetteurLabels();
  return (
    <FormSection
      id="paiement"
      law="indemnite"
      title={t("paiement.titre")}
      note={t("paiement.note")}
    >
      <SettingsForm form={paiementForm} labels={labels}>
        <BankFields emetteur={emetteur} />
        <TermsFields emetteur={emetteur} />
      </SettingsForm>
    </FormSection>
  );
}

/** Where clients pay. Another account is asked with the password, which appears as soon as it is needed. */
function BankFields({ emetteur }: { emetteur: Emetteur }) {
  const { t } = useTranslation("reglages");
  const labels = useEmetteurLabels();
  const { failure } = useWriteState();
  const [typed, setTyped] = useState<Pick<Emetteur, "iban" | "bic">>(emetteur);
  const note = (name: "iban" | "bic") => (event: FormEvent<HTMLInputElement>) =>
    setTyped({ ...typed, [name]: normalizeIdentifier(event.currentTarget.value) });
  const isChanged = typed.iban !== emetteur.iban || typed.bic !== emetteur.bic;
  const isAsked = failure?.problems.some(({ field }) => field === "current_password") ?? false;
  return (
    <>
      <div className="form-deux">
        <IdentifierField
          name="iban"
          label={labels.iban}
          law="iban"
          optional
          help={t("paiement.ibanAide")}
          valid={t("paiement.ibanValide")}
          defaultValue={formatIban(emetteur.iban)}
          onInput={note("iban")}
          check={(value) => (isIban(normalizeIdentifier(value)) ? null : "IBAN_INVALID")}
        />
        <IdentifierField
          name="bic"
          label={labels.bic}
          optional
          defaultValue={emetteur.bic}
          onInput={note("bic")}
          check={(value) => (isBic(normalizeIdentifier(value)) ? null : "BIC_INVALID")}
        />
      </div>
      {(isChanged || isAsked) && (
        <PasswordField
          name="current_password"
          label={labels.current_password}
          autoComplete="current-password"
          help={t("paiement.motDePasseAide")}
        />
      )}
    </>
  );
}

function TermsFields({ emetteur }: { emetteur: Emetteur }) {
  const { t } = useTranslation("reglages");
  const labels = useEmetteurLabels();
  return (
    <>
      <TextField
        name="echeanceDays"
        label={labels.echeanceDays}
        law="delai"
        help={t("paiement.echeanceAide")}
        figures
        inputMode="numeric"
        defaultValue={emetteur.echeanceDays}
      />
      <CheckField
        name="echeanceFinDeMois"
        label={t("paiement.echeanceFinDeMois")}
        defaultChecked={emetteur.echeanceFinDeMois}
      />
      <div className="form-trois">
        <PenalitesField label={labels.penalitesRate} rate={emetteur.penalitesRate} />
        <TextField
          name="escompteRate"
          label={labels.escompteRate}
          law="escompte"
          help={t("paiement.escompteAide")}
          figures
          inputMode="decimal"
          defaultValue={formatRate(emetteur.escompteRate)}
        />
        <TextField
          name="escompteDays"
          label={labels.escompteDays}
          figures
          inputMode="numeric"
          defaultValue={emetteur.escompteDays}
        />
      </div>
    </>
  );
}
