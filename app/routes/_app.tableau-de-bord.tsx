import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { ReceiptText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../components/empty-state";
import { draftForm } from "../components/facture-editor/facture-forms";
import { NewFacture } from "../components/facture-list/new-facture";
import { Page } from "../components/page";
import { Dashboard } from "../components/pilotage/dashboard";
import { MonthChoice } from "../components/pilotage/month-choice";
import { readTableauParams } from "../components/pilotage/tableau-params";
import { PremiersPas } from "../components/premiers-pas/premiers-pas";
import { premiersPasForm } from "../components/premiers-pas/premiers-pas-form";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { useCan } from "../session";
import { trpc } from "../trpc";
import { writes } from "../write.server";

export const meta: MetaFunction = () => pageTitle("Tableau de bord");

export const loader = async (args: LoaderFunctionArgs) => {
  const { mois } = readTableauParams(new URL(args.request.url).searchParams);
  const reading = prefetch(args, (queries) => [
    queries.pilotage.tableau.fetch({ mois }),
    queries.premiersPas.get.fetch(),
  ]);
  const { data } = await reading.catch(orFactures);
  return { ...data, today: args.context.today };
};

/** Everybody arrives here; who may not see the figures of all is led to the list, where their own are. */
function orFactures(error: { readonly data?: { readonly refusal?: string } }): never {
  throw error.data?.refusal === "ROLE_FORBIDDEN" ? redirect("/factures") : error;
}

export const action = writes([draftForm, premiersPasForm]);

export default function TableauPage() {
  const { t } = useTranslation("pilotage");
  const { today } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const params = readTableauParams(search);
  const canWrite = useCan("factures.draft");
  const [{ period, mensuel }] = trpc.pilotage.tableau.useSuspenseQuery({ mois: params.mois });
  const isFirst = mensuel.every(
    ({ ht, du, encaisse, avant }) => ht === 0 && du === 0 && encaisse === 0 && avant.ht === 0,
  );
  return (
    <Page
      title={t("titre")}
      aside={<MonthChoice params={params} shown={period.mois} current={today.slice(0, 7)} />}
      actions={canWrite && <NewFacture />}
    >
      <PremiersPas />
      {isFirst && params.mois === null ? (
        <EmptyState icon={ReceiptText} title={t("vide.titre")} text={t("vide.texte")}>
          {canWrite && <NewFacture />}
        </EmptyState>
      ) : (
        <Dashboard params={params} today={today} />
      )}
    </Page>
  );
}
