import { FlaskConical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSociete } from "../../session";

/** Above every page of a demonstration, quietly and for good: that nothing here counts. */
export function DemonstrationMark() {
  const { t } = useTranslation("demonstration");
  if (!useSociete()?.isDemonstration) return null;
  return (
    <p className="demo-marque">
      <FlaskConical className="ic" aria-hidden />
      <span>
        <b>{t("marque")}</b> <span className="demo-marque__suite">{t("marqueSuite")}</span>
      </span>
    </p>
  );
}
