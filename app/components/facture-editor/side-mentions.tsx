import { ChevronDown } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { rulesShownInBlocks } from "#server/domain/mentions";
import { LegalHelp } from "../loi/legal-help";
import { useSheet } from "./editor-view";

/** The sentences the facts put on the document, each with the reason of its presence. */
export const SideMentions = memo(function SideMentions() {
  const { t, i18n } = useTranslation("factures");
  const { mentions } = useSheet();
  const shown = mentions.filter(({ rule }) => !rulesShownInBlocks.has(rule));
  return (
    <section className="section cote__mentions etape etape--conditions">
      <h2 className="section__titre">
        <span>
          {t("mentions.titre")} <LegalHelp point="mentions" />
        </span>
        <span className="doux num texte-12">{t("mentions.ajoutees", { count: shown.length })}</span>
      </h2>
      {shown.map(({ rule, text, legalRef }) => {
        const [title, why] = [`mentions.regles.${rule}`, `mentions.raisons.${rule}`];
        return (
          <details key={rule} className="mention">
            <summary>
              <span>{i18n.exists(title, { ns: "factures" }) ? t(title as never) : text}</span>
              <span className="mention__pourquoi">
                {t("mentions.pourquoi")}
                <ChevronDown className="ic ic--14" aria-hidden />
              </span>
            </summary>
            <p>
              {i18n.exists(why, { ns: "factures" }) ? `${t(why as never)} ` : `« ${text} » `}
              <span className="insecable">{legalRef}</span>
            </p>
          </details>
        );
      })}
    </section>
  );
});
