import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConsolePage } from "../components/console/console-page";
import { consoleTitle } from "../components/console/console-title";
import { OffreDone } from "../components/console/offre-done";
import { OffreFields, type OffreView } from "../components/console/offre-fields";
import { archiveForm, offreForm } from "../components/console/offre-forms";
import { OffreTouched } from "../components/console/offre-touched";
import { ReasonedPanel } from "../components/console/reasoned-panel";
import { VersionsTable } from "../components/console/versions-table";
import { words } from "../i18n/spoken";
import { prefetch } from "../read.server";
import { trpc } from "../trpc";
import { useParam } from "../use-param";
import { writes } from "../write.server";

export const meta = () => consoleTitle(words().vente.titre);

export const action = writes([offreForm, archiveForm]);

export function loader(args: LoaderFunctionArgs) {
  const offre = args.params["offre"] ?? "";
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(offre)) throw data(null, { status: 404 });
  return prefetch(args, (queries) => [queries.consolePlans.get.fetch({ offre })]);
}

/** One offer: what it is, whom a change touches, its versions. */
export default function Offre() {
  const { t } = useTranslation("vente");
  const [offre] = trpc.consolePlans.get.useSuspenseQuery({ offre: useParam("offre") });
  const version = offre.versions.map(({ code }) => code).join();
  return (
    <ConsolePage title={offre.nom} breadcrumb={[{ to: "/console/plans", label: t("titre") }]}>
      <OffreDone />
      <div className="soc-corps">
        <div className="soc-g">
          <OffreFields key={`${offre.offre} ${version}`} offre={offre} />
          <section className="zone" aria-labelledby="versions-titre">
            <header className="zone-t">
              <h2 id="versions-titre">{t("versions.titre")}</h2>
            </header>
            <VersionsTable versions={offre.versions} />
          </section>
        </div>
        <aside className="soc-d soc-d--avant" aria-labelledby="touche-titre">
          <OffreTouched offre={offre} />
          <Archiving offre={offre} />
        </aside>
      </div>
    </ConsolePage>
  );
}

function Archiving({ offre: { offre, nom, isFree, isTrial, isSold } }: { offre: OffreView }) {
  const { t } = useTranslation("vente");
  const [params] = useSearchParams();
  if (isFree || isTrial || !isSold) return null;
  if (params.get("acte") !== "retirer")
    return (
      <Link className="lien" to="?acte=retirer" preventScrollReset>
        {t("retirer.lien")}
      </Link>
    );
  return (
    <ReasonedPanel
      form={archiveForm}
      title={t("retirer.titre", { nom })}
      help={t("retirer.aide")}
      submit={t("retirer.faire")}
      back={`/console/plans/${offre}`}
      hidden={{ offre }}
    />
  );
}
