import type { LoaderFunctionArgs } from "@remix-run/node";
import { Pause, Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/button";
import { ConsolePage } from "../components/console/console-page";
import { consoleTitle } from "../components/console/console-title";
import { SanteAlertes } from "../components/console/sante-alertes";
import { SanteFigures } from "../components/console/sante-figures";
import { ErreursTable, LentesTable } from "../components/console/sante-tables";
import {
  CopiesZone,
  FilesZone,
  MigrationsZone,
  PannesZone,
  ProcessusZone,
} from "../components/console/sante-zones";
import { useSante } from "../components/console/use-sante";
import { formatTime } from "../format-moment";
import { words } from "../i18n/spoken";
import { prefetch } from "../read.server";

export const meta = () => consoleTitle(words().sante.titre);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [queries.consoleSante.get.fetch()]);

/** How the service itself is, now. */
export default function SantePage() {
  const { t } = useTranslation("sante");
  const { sante, isLive, toggle } = useSante();
  const Icon = isLive ? Pause : Play;
  return (
    <ConsolePage
      title={t("titre")}
      actions={
        <Button small onClick={toggle}>
          <Icon className="ic" aria-hidden />
          <span>{t(isLive ? "suspendre" : "reprendre")}</span>
        </Button>
      }
    >
      <p className="decompte">
        {t("lue", { heure: formatTime(sante.now) })}. {t(isLive ? "vivante" : "immobile")}
      </p>
      <SanteFigures sante={sante} />
      <SanteAlertes alertes={sante.alertes} />
      <div className="soc-g soc-g--sante">
        <PannesZone sante={sante} />
        <ProcessusZone sante={sante} />
        <FilesZone sante={sante} />
        <CopiesZone sante={sante} />
        <MigrationsZone sante={sante} />
        <LentesTable sante={sante} />
        <ErreursTable sante={sante} />
      </div>
    </ConsolePage>
  );
}
