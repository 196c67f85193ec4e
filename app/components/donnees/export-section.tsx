import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSociete } from "../../session";
import { FormSection } from "../form-section";

/** Everything, in one file; the address names the société of this page. */
export function ExportSection() {
  const { t } = useTranslation("cloture");
  const societe = useSociete();
  if (!societe) return null;
  return (
    <FormSection id="export" law="archives" title={t("export.titre")} note={t("export.note")}>
      <p>{t("export.texte")}</p>
      <div className="acts acts--ligne">
        <a
          className="bouton"
          href={`/reglages/donnees/export.zip?societe=${societe.societeId}`}
          download
        >
          <Download className="ic" aria-hidden />
          <span>{t("export.telecharger")}</span>
        </a>
      </div>
    </FormSection>
  );
}
