import { useTranslation } from "react-i18next";
import { territoires } from "#server/domain/emetteur";
import { isSiren, isTvaNumber, normalizeIdentifier, tvaNumberOf } from "#server/domain/identifiers";
import { ChoiceField } from "../choice-field";
import { FormSection } from "../form-section";
import { IdentifierField } from "../identifier-field";
import { SelectField } from "../select-field";
import { tvaForm } from "./emetteur-forms";
import type { Emetteur } from "./identite-section";
import { SettingsForm } from "./settings-form";
import { useEmetteurLabels } from "./use-emetteur-labels";

export function TvaSection({ emetteur }: { emetteur: Emetteur }) {
  const { t } = useTranslation("reglages");
  const labels = useEmetteurLabels();
  const { siren, tvaNumber, regime, territoire, exigibilite } = emetteur;
  const expected = isSiren(siren) ? tvaNumberOf(siren) : null;
  return (
    <FormSection id="tva" law="regime" title={t("tva.titre")} note={t("tva.note")}>
      <SettingsForm form={tvaForm} labels={labels}>
        <ChoiceField
          name="regime"
          legend={t("tva.regime")}
          defaultValue={regime}
          options={[
            { value: "reel", label: t("tva.reel") },
            { value: "franchise", label: t("tva.franchise") },
          ]}
        />
        <ChoiceField
          name="exigibilite"
          legend={t("tva.exigibilite")}
          defaultValue={exigibilite}
          options={[
            { value: "encaissements", label: t("tva.encaissements") },
            { value: "debits", label: t("tva.debits") },
          ]}
        />
        <div className="form-deux">
          <SelectField
            name="territoire"
            label={t("tva.territoire")}
            defaultValue={territoire}
            options={territoires.map((value) => ({
              value,
              label: t(`tva.territoires.${value}`),
            }))}
          />
          <IdentifierField
            name="tvaNumber"
            label={labels.tvaNumber}
            law="numeroTva"
            help={expected ? t("tva.attendu", { numero: expected }) : t("tva.tvaAide")}
            valid={t("tva.valide")}
            defaultValue={tvaNumber}
            check={(value) =>
              isTvaNumber(normalizeIdentifier(value), "FR") ? null : "TVA_NUMBER_INVALID"
            }
          />
        </div>
      </SettingsForm>
    </FormSection>
  );
}
