import { useTranslation } from "react-i18next";
import { useSociete } from "../../session";
import { FormSection } from "../form-section";
import { DemonstrationForm } from "./demonstration-form";
import { endDemonstrationForm } from "./demonstration-forms";

/** In the settings of a demonstration: what it is, and its end, which is at once. */
export function DemonstrationEnd() {
  const { t } = useTranslation("demonstration");
  if (!useSociete()?.isDemonstration) return null;
  return (
    <FormSection id="demonstration" title={t("fin.titre")} note={t("fin.note")}>
      <p>{t("fin.texte")}</p>
      <DemonstrationForm
        form={endDemonstrationForm}
        label={t("fin.supprimer")}
        working={t("fin.suppression")}
        look="danger"
      >
        <div className="coche">
          <input id="demonstration-oui" type="checkbox" className="case" required />
          <label htmlFor="demonstration-oui">{t("fin.confirmer")}</label>
        </div>
      </DemonstrationForm>
    </FormSection>
  );
}
