import { useTranslation } from "react-i18next";
import { TextAreaField } from "../text-area-field";

/** Why the staff acts. */
export function ReasonField() {
  const { t } = useTranslation("actes");
  return (
    <TextAreaField
      name="reason"
      label={t("champs.raison")}
      help={t("champs.raisonAide")}
      maxLength={500}
    />
  );
}
