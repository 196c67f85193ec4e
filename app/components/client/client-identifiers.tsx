import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  formatSiren,
  isSiren,
  isSiret,
  isTvaNumber,
  normalizeIdentifier,
  tvaNumberOf,
} from "#server/domain/identifiers";
import type { RouterOutputs } from "../../trpc";
import { useWriteState } from "../../write";
import { fieldId } from "../field";
import { IdentifierField } from "../identifier-field";
import { useClientLabels } from "./use-client-labels";

type Props = { readonly client: RouterOutputs["clients"]["get"] | null };

/** SIREN, SIRET and TVA number of a professional. A SIRET gives the SIREN; a SIREN gives the TVA number. */
export function ClientIdentifiers({ client }: Props) {
  const { t } = useTranslation("clients");
  const labels = useClientLabels();
  const [siren, setSiren] = useState(client?.siren ?? "");
  return (
    <div className="form-deux pour-professionnel">
      <IdentifierField
        name="siren"
        label={labels["siren"] ?? ""}
        help={t("formulaire.sirenAide")}
        valid={t("formulaire.sirenValide")}
        inputMode="numeric"
        defaultValue={client?.siren ? formatSiren(client.siren) : ""}
        check={(value) => (isSiren(normalizeIdentifier(value)) ? null : "SIREN_INVALID")}
        onInput={({ currentTarget }) => setSiren(normalizeIdentifier(currentTarget.value))}
      />
      <IdentifierField
        name="siret"
        label={labels["siret"] ?? ""}
        optional
        help={t("formulaire.siretAide")}
        valid={t("formulaire.siretValide")}
        inputMode="numeric"
        defaultValue={client?.siret ?? ""}
        check={(value) => (isSiret(normalizeIdentifier(value)) ? null : "SIRET_INVALID")}
        onInput={({ currentTarget }) =>
          setSiren(normalizeIdentifier(currentTarget.value).slice(0, 9))
        }
      />
      <IdentifierField
        name="tvaNumber"
        label={labels["tvaNumber"] ?? ""}
        optional
        help={isSiren(siren) ? <TakeTvaNumber siren={siren} /> : t("formulaire.tvaAide")}
        defaultValue={client?.tvaNumber ?? ""}
        check={(value) => (isTvaNumber(normalizeIdentifier(value)) ? null : "TVA_NUMBER_INVALID")}
      />
    </div>
  );
}

/** The French TVA number follows from the SIREN: offered, never imposed. */
function TakeTvaNumber({ siren }: { siren: string }) {
  const { t } = useTranslation("clients");
  const { formId } = useWriteState();
  const number = tvaNumberOf(siren);
  const take = () => {
    const input = document.getElementById(fieldId(formId, "tvaNumber"));
    if (input instanceof HTMLInputElement) input.value = number;
  };
  return (
    <button type="button" className="lien lien--bouton" onClick={take}>
      {t("formulaire.tvaReprendre", { numero: number })}
    </button>
  );
}
