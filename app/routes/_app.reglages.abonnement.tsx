import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, useRouteError, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AbonnementProvider } from "../components/abonnement/abonnement-view";
import { PlansSection } from "../components/abonnement/plans-section";
import { RoleNeeded } from "../components/abonnement/role-needed";
import { UsageSection } from "../components/abonnement/usage-section";
import { Page } from "../components/page";
import { ReglagesTabs } from "../components/reglages/reglages-tabs";
import { RouteError } from "../components/route-error";
import { rythmeOf } from "../components/tarifs/offre";
import { abonnement as words } from "../i18n/fr/abonnement";
import { reglages } from "../i18n/fr/reglages";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { requireAdmin } from "../require-role.server";
import { trpc } from "../trpc";

export const meta = () => pageTitle(words.titre, reglages.titre);

export async function loader(args: LoaderFunctionArgs) {
  await requireAdmin(args);
  return prefetch(args, (queries) => [queries.abonnement.get.fetch(), queries.plans.list.fetch()]);
}

export default function AbonnementPage() {
  const { t } = useTranslation(["abonnement", "reglages"]);
  const [abonnement] = trpc.abonnement.get.useSuspenseQuery();
  const [offres] = trpc.plans.list.useSuspenseQuery();
  const [search] = useSearchParams();
  const asked = search.get("rythme") ?? abonnement.subscription?.interval ?? null;
  return (
    <Page title={t("titre")} breadcrumb={[{ to: "/reglages", label: t("reglages:titre") }]}>
      <ReglagesTabs />
      <AbonnementProvider value={{ ...abonnement, offres, rythme: rythmeOf(asked) }}>
        <div className="abo">
          <UsageSection />
          <PlansSection />
        </div>
      </AbonnementProvider>
    </Page>
  );
}

/** Who may not pay is told so in the frame, and whom to ask. */
export function ErrorBoundary() {
  const error = useRouteError();
  return isRouteErrorResponse(error) && error.status === 403 ? <RoleNeeded /> : <RouteError />;
}
