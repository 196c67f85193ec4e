import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { isRouteErrorResponse, useRouteError, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  cancelForm,
  changeForm,
  checkoutForm,
  portalForm,
  resumeForm,
} from "../components/abonnement/abonnement-forms";
import { AbonnementProvider } from "../components/abonnement/abonnement-view";
import { ActModal } from "../components/abonnement/act-modal";
import { InvoicesSection } from "../components/abonnement/invoices-section";
import { OffreSection } from "../components/abonnement/offre-section";
import { PlansSection } from "../components/abonnement/plans-section";
import { ReturnFlash } from "../components/abonnement/return-flash";
import { RoleNeeded } from "../components/abonnement/role-needed";
import { UsageSection } from "../components/abonnement/usage-section";
import { Page } from "../components/page";
import { ReglagesTabs } from "../components/reglages/reglages-tabs";
import { RouteError } from "../components/route-error";
import { rythmeOf } from "../components/tarifs/offre";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { requirePermission } from "../require-permission.server";
import { trpc } from "../trpc";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().abonnement.titre, words().reglages.titre);

export const action = writes([checkoutForm, portalForm, changeForm, cancelForm, resumeForm]);

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "abonnement.manage");
  const { searchParams } = new URL(args.request.url);
  if (searchParams.has("session_id") || searchParams.get("retour") === "portail")
    throw await reread(args, searchParams);
  const planCode = searchParams.get("acte") === "changer" ? searchParams.get("plan") : null;
  return prefetch(args, (queries) => [
    queries.abonnement.get.fetch(),
    queries.abonnement.factures.fetch(),
    queries.abonnement.invoices.prefetch(),
    queries.plans.list.fetch(),
    ...(planCode ? [queries.abonnement.previewChange.prefetch({ planCode })] : []),
  ]);
}

/**
 * Back from Stripe's pages, often before its webhook: Stripe is read again, then the page begins anew, so that its frame
 * says the same. Stripe unreachable is no reason to show nothing: the webhook will say it later.
 */
async function reread({ context }: LoaderFunctionArgs, searchParams: URLSearchParams) {
  await context.caller.abonnement.refresh().catch(() => undefined);
  const retour = searchParams.get("retour") === "portail" ? "relu" : "paiement";
  return redirect(`/reglages/abonnement?retour=${retour}`, 303);
}

export default function AbonnementPage() {
  const { t } = useTranslation(["abonnement", "reglages"]);
  const [abonnement] = trpc.abonnement.get.useSuspenseQuery();
  const [offres] = trpc.plans.list.useSuspenseQuery();
  const [search] = useSearchParams();
  const wanted = search.get("offre");
  const asked = search.get("rythme") ?? abonnement.subscription?.interval ?? null;
  return (
    <Page title={t("titre")} breadcrumb={[{ to: "/reglages", label: t("reglages:titre") }]}>
      <ReglagesTabs />
      <AbonnementProvider value={{ ...abonnement, offres, rythme: rythmeOf(asked), wanted }}>
        <ReturnFlash />
        <div className="abo">
          <OffreSection />
          <UsageSection />
          <PlansSection />
          <InvoicesSection />
        </div>
        <ActModal />
      </AbonnementProvider>
    </Page>
  );
}

/** Who may not pay is told so in the frame, and whom to ask. */
export function ErrorBoundary() {
  const error = useRouteError();
  return isRouteErrorResponse(error) && error.status === 403 ? <RoleNeeded /> : <RouteError />;
}
