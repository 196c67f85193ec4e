import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { fieldLimits } from "#server/domain/field-limits";
import { formatSiren, isSiren, isSiret, normalizeIdentifier } from "#server/domain/identifiers";
import { formatAmount } from "../../formats";
import type { RouterOutputs } from "../../trpc";
import { AddressFields } from "../address-fields";
import { CheckField } from "../check-field";
import { FormSection } from "../form-section";
import { IdentifierField } from "../identifier-field";
import { TextAreaField } from "../text-area-field";
import { TextField } from "../text-field";
import { identiteForm } from "./emetteur-forms";
import { SettingsForm } from "./settings-form";
import { useEmetteurLabels } from "./use-emetteur-labels";

export type Emetteur = RouterOutputs["societe"]["get"]["emetteur"];

const forms = ["SARL", "EURL", "SAS", "SASU", "SA", "SNC", "SCI", "SELARL", "Association"];

export function IdentiteSection({ emetteur }: { emetteur: Emetteur }) {
  const { t } = useTranslation("reglages");
  const labels = useEmetteurLabels();
  return (
    <FormSection id="identite" law="identite" title={t("identite.titre")} note={t("identite.note")}>
      <SettingsForm form={identiteForm} labels={labels}>
        <TextField
          name="nom"
          label={labels.nom}
          defaultValue={emetteur.nom}
          maxLength={fieldLimits.nom}
          autoComplete="organization"
        />
        <CheckField
          name="isEi"
          label={t("identite.isEi")}
          help={t("identite.isEiAide")}
          defaultChecked={emetteur.isEi}
        />
        <LegalFields emetteur={emetteur} />
        <AddressFields address={emetteur.address} />
        <ContactFields emetteur={emetteur} />
      </SettingsForm>
    </FormSection>
  );
}

/** A SIRET begins with the SIREN: given at once where none stands yet. */
function giveSiren({ currentTarget }: FormEvent<HTMLInputElement>) {
  const siret = normalizeIdentifier(currentTarget.value);
  const siren = currentTarget.form?.elements.namedItem("siren");
  if (isSiret(siret) && siren instanceof HTMLInputElement && siren.value === "")
    siren.value = formatSiren(siret.slice(0, 9));
}

function LegalFields({ emetteur }: { emetteur: Emetteur }) {
  const { t } = useTranslation("reglages");
  const labels = useEmetteurLabels();
  return (
    <div className="form-deux">
      <TextField
        name="formeJuridique"
        label={labels.formeJuridique}
        help={t("identite.formeAide")}
        defaultValue={emetteur.formeJuridique}
        maxLength={fieldLimits.formeJuridique}
        list="formes-juridiques"
        autoComplete="off"
      />
      <datalist id="formes-juridiques">
        {forms.map((form) => (
          <option key={form} value={form} />
        ))}
      </datalist>
      <TextField
        name="capital"
        label={labels.capital}
        optional
        help={t("identite.capitalAide")}
        figures
        inputMode="decimal"
        defaultValue={emetteur.capital === null ? "" : formatAmount(emetteur.capital)}
        autoComplete="off"
      />
      <IdentifierField
        name="siret"
        label={labels.siret}
        help={t("identite.siretAide")}
        valid={t("identite.siretValide")}
        inputMode="numeric"
        defaultValue={emetteur.siret}
        onInput={giveSiren}
        check={(value) => (isSiret(normalizeIdentifier(value)) ? null : "SIRET_INVALID")}
      />
      <IdentifierField
        name="siren"
        label={labels.siren}
        inputMode="numeric"
        valid={t("identite.sirenValide")}
        defaultValue={emetteur.siren ? formatSiren(emetteur.siren) : ""}
        check={(value) => (isSiren(normalizeIdentifier(value)) ? null : "SIREN_INVALID")}
      />
      <TextField
        name="rcs"
        label={labels.rcs}
        help={t("identite.rcsAide")}
        defaultValue={emetteur.rcs}
        maxLength={fieldLimits.rcs}
        autoComplete="off"
      />
    </div>
  );
}

function ContactFields({ emetteur }: { emetteur: Emetteur }) {
  const { t } = useTranslation("reglages");
  const labels = useEmetteurLabels();
  return (
    <>
      <div className="form-trois">
        <TextField
          name="email"
          label={labels.email}
          type="email"
          defaultValue={emetteur.email}
          maxLength={fieldLimits.email}
        />
        <TextField
          name="phone"
          label={labels.phone}
          optional
          type="tel"
          defaultValue={emetteur.phone}
          maxLength={fieldLimits.phone}
        />
        <TextField
          name="website"
          label={labels.website}
          optional
          defaultValue={emetteur.website}
          maxLength={fieldLimits.website}
        />
      </div>
      <TextAreaField
        name="assurance"
        label={labels.assurance}
        optional
        help={t("identite.assuranceAide")}
        rows={2}
        defaultValue={emetteur.assurance}
        maxLength={fieldLimits.assurance}
      />
    </>
  );
}
