import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { DoneFlash } from "../components/done-flash";
import { Page } from "../components/page";
import {
  footerForm,
  logoForm,
  marqueForm,
  removeLogoForm,
} from "../components/reglages/marque-forms";
import { MarqueSettings } from "../components/reglages/marque-settings";
import { ReglagesTabs } from "../components/reglages/reglages-tabs";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { requirePermission } from "../require-permission.server";
import { trpc } from "../trpc";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().reglages.marque.titre, words().reglages.titre);

export const action = writes([marqueForm, footerForm, logoForm, removeLogoForm]);

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "reglages");
  return prefetch(args, (queries) => [queries.societe.get.fetch(), queries.plans.list.fetch()]);
}

export default function MarquePage() {
  const { t } = useTranslation("reglages");
  const [{ emetteur, marque }] = trpc.societe.get.useSuspenseQuery();
  return (
    <Page title={t("marque.titre")} breadcrumb={[{ to: "/reglages", label: t("titre") }]}>
      <ReglagesTabs />
      <DoneFlash sentences={{ enregistre: t("enregistre") }} />
      <MarqueSettings emetteur={emetteur} marque={marque} />
    </Page>
  );
}
