import { useTranslation } from "react-i18next";
import { ConsolePage } from "../components/console/console-page";
import { consoleTitle } from "../components/console/console-title";
import { OffreFields } from "../components/console/offre-fields";
import { offreForm } from "../components/console/offre-forms";
import { OffreTouched } from "../components/console/offre-touched";
import { words } from "../i18n/spoken";
import { writes } from "../write.server";

export const meta = () => consoleTitle(words().vente.nouvelle);

export const action = writes([offreForm]);

/** A new offer. */
export default function NouvelleOffre() {
  const { t } = useTranslation("vente");
  return (
    <ConsolePage title={t("nouvelle")} breadcrumb={[{ to: "/console/plans", label: t("titre") }]}>
      <div className="soc-corps">
        <OffreFields offre={null} />
        <aside className="soc-d soc-d--avant" aria-labelledby="touche-titre">
          <OffreTouched offre={null} />
        </aside>
      </div>
    </ConsolePage>
  );
}
