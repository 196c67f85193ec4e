import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLocation } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { todayInParis, yearOf } from "#server/domain/calendar";
import { DemonstrationEnd } from "../components/demonstration/demonstration-end";
import { DoneFlash } from "../components/done-flash";
import { Page } from "../components/page";
import { PremiersPasBack } from "../components/premiers-pas/premiers-pas-back";
import { premiersPasForm } from "../components/premiers-pas/premiers-pas-form";
import { identiteForm, paiementForm, tvaForm } from "../components/reglages/emetteur-forms";
import { IdentiteSection } from "../components/reglages/identite-section";
import { MissingNotice } from "../components/reglages/missing-notice";
import { NumerotationSection } from "../components/reglages/numerotation-section";
import { PaiementSection } from "../components/reglages/paiement-section";
import { ReglagesTabs } from "../components/reglages/reglages-tabs";
import { lastNumberForm, seriesForm } from "../components/reglages/series-forms";
import { TvaSection } from "../components/reglages/tva-section";
import { emetteurFieldHash } from "../emetteur-field-link";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { requirePermission } from "../require-permission.server";
import { trpc } from "../trpc";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().reglages.societe, words().reglages.titre);

export const action = writes([
  identiteForm,
  tvaForm,
  paiementForm,
  seriesForm,
  lastNumberForm,
  premiersPasForm,
]);

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "reglages");
  return prefetch(args, (queries) => [
    queries.societe.get.fetch(),
    queries.premiersPas.get.fetch(),
  ]);
}

const sections = ["identite", "tva", "paiement", "numerotation"] as const;

/** A document that misses something leads here by the name of the field: `#siren`. */
function useFieldOfHash() {
  const { hash } = useLocation();
  useEffect(() => {
    const name = hash.slice(1);
    if (/^[a-zA-Z0-9.]+$/.test(name))
      document.getElementById(emetteurFieldHash(name).slice(1))?.focus();
  }, [hash]);
}

export default function SocieteSettings() {
  const { t } = useTranslation("reglages");
  const [{ emetteur, series, missing }] = trpc.societe.get.useSuspenseQuery();
  useFieldOfHash();
  const year = yearOf(todayInParis(Date.now()));
  return (
    <Page title={t("societe")} breadcrumb={[{ to: "/reglages", label: t("titre") }]}>
      <ReglagesTabs />
      <div className="reglages">
        <nav className="sommaire" aria-label={t("sommaire")}>
          {sections.map((section) => (
            <a key={section} href={`#${section}`}>
              {t(`${section}.titre`)}
            </a>
          ))}
        </nav>
        <div className="reglages-c">
          <DoneFlash sentences={{ enregistre: t("enregistre") }} />
          <MissingNotice missing={missing} />
          <PremiersPasBack />
          <DemonstrationEnd />
          <IdentiteSection emetteur={emetteur} />
          <TvaSection emetteur={emetteur} />
          <PaiementSection emetteur={emetteur} />
          <NumerotationSection series={series} year={year} />
        </div>
      </div>
    </Page>
  );
}
