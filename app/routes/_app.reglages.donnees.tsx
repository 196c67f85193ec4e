import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { DoneFlash } from "../components/done-flash";
import { AskedSection } from "../components/donnees/asked-section";
import { DeletionSection } from "../components/donnees/deletion-section";
import { cancelDeletionForm, deletionForm } from "../components/donnees/donnees-forms";
import { ExportSection } from "../components/donnees/export-section";
import { Page } from "../components/page";
import { ReglagesTabs } from "../components/reglages/reglages-tabs";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { requirePermission } from "../require-permission.server";
import { trpc } from "../trpc";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().cloture.titre, words().reglages.titre);

export const action = writes([deletionForm, cancelDeletionForm]);

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "donnees");
  return prefetch(args, (queries) => [queries.cloture.get.fetch()]);
}

export default function DonneesPage() {
  const { t } = useTranslation(["cloture", "reglages"]);
  const [{ contents, asked, isEditeur }] = trpc.cloture.get.useSuspenseQuery();
  return (
    <Page title={t("titre")} breadcrumb={[{ to: "/reglages", label: t("reglages:titre") }]}>
      <ReglagesTabs />
      <div className="reglages-c">
        <DoneFlash
          sentences={{
            demandee: t("fait.demandee"),
            annulee: t("fait.annulee"),
            annuleeSansAbonnement: t("fait.annuleeSansAbonnement"),
          }}
        />
        <ExportSection />
        {asked ? (
          <AskedSection asked={asked} />
        ) : (
          <DeletionSection contents={contents} isEditeur={isEditeur} />
        )}
      </div>
    </Page>
  );
}
