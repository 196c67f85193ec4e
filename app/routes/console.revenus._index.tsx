import type { LoaderFunctionArgs } from "@remix-run/node";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ConsolePage } from "../components/console/console-page";
import { consoleTitle } from "../components/console/console-title";
import { Chiffres } from "../components/revenus/chiffres";
import { CohortesZone } from "../components/revenus/cohortes-zone";
import { MoisZones } from "../components/revenus/mois-zones";
import { OffresZone } from "../components/revenus/offres-zone";
import { words } from "../i18n/spoken";
import { prefetch } from "../read.server";

export const meta = () => consoleTitle(words().revenus.titre);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [queries.consoleRevenus.get.fetch()]);

/** What the subscriptions bring. */
export default function RevenusPage() {
  const { t } = useTranslation("revenus");
  return (
    <ConsolePage
      title={t("titre")}
      actions={
        <a className="bouton bouton--discret" href="/console/revenus/export.csv" download>
          <Download className="ic" aria-hidden />
          {t("exporter")}
        </a>
      }
    >
      <div className="soc-g">
        <p className="note">{t("note")}</p>
        <Chiffres />
        <MoisZones />
        <OffresZone />
        <CohortesZone />
      </div>
    </ConsolePage>
  );
}
