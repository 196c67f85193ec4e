import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { draftForm } from "../components/facture-editor/facture-forms";
import { FacturesList } from "../components/facture-list/factures-list";
import { listQuery, readParams } from "../components/facture-list/list-params";
import { NewFacture } from "../components/facture-list/new-facture";
import { Page } from "../components/page";
import { isDenseIn } from "../density";
import { orFirstVue } from "../first-vue.server";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { useCan } from "../session";
import { writes } from "../write.server";

export const meta: MetaFunction = () => pageTitle("Factures");

export const loader = async (args: LoaderFunctionArgs) => {
  const params = readParams(new URL(args.request.url).searchParams);
  const { data } = await prefetch(args, (queries) => [
    queries.listes.get.fetch({ liste: "factures" }).then(orFirstVue(args)),
    queries.factures.list.fetch({ ...listQuery(params), cursor: params.suite }),
    queries.factures.summary.fetch({}),
    ...(params.client === "" ? [] : [queries.clients.get.fetch({ clientId: params.client })]),
  ]);
  return { ...data, today: args.context.today, isDense: isDenseIn(args.request) };
};

export const action = writes([draftForm]);

export default function FacturesPage() {
  const { t } = useTranslation("factures");
  const { today, isDense } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const canWrite = useCan("factures.draft");
  const canRecord = useCan("reglements.record");
  return (
    <Page title={t("titre")} actions={canWrite && <NewFacture />}>
      <FacturesList
        params={readParams(search)}
        today={today}
        startsDense={isDense}
        canWrite={canWrite}
        canRecord={canRecord}
      />
    </Page>
  );
}
