import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import {
  beginMaintenanceForm,
  endAnnonceForm,
  endMaintenanceForm,
  publishForm,
} from "../components/console/annonce-forms";
import { AnnoncePanel } from "../components/console/annonce-panel";
import { AnnoncesList } from "../components/console/annonces-list";
import { ConsolePage } from "../components/console/console-page";
import { consoleTitle } from "../components/console/console-title";
import { MaintenanceSection } from "../components/console/maintenance-section";
import { DoneFlash } from "../components/done-flash";
import { words } from "../i18n/spoken";
import { prefetch } from "../read.server";
import { writes } from "../write.server";

export const meta = () => consoleTitle(words().annonces.titre);

export const action = writes([
  publishForm,
  endAnnonceForm,
  beginMaintenanceForm,
  endMaintenanceForm,
]);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [queries.consoleAnnonces.list.fetch()]);

/** What everybody is told, and whether the service writes. */
export default function AnnoncesPage() {
  const { t } = useTranslation("annonces");
  return (
    <ConsolePage title={t("titre")}>
      <DoneFlash
        sentences={{
          publiee: t("ecrire.fait"),
          retiree: t("liste.retiree"),
          fermee: t("maintenance.commence"),
          ouverte: t("maintenance.fini"),
        }}
      />
      <div className="soc-corps">
        <div className="soc-g">
          <AnnoncesList />
        </div>
        <div className="soc-d">
          <AnnoncePanel />
          <MaintenanceSection />
        </div>
      </div>
    </ConsolePage>
  );
}
