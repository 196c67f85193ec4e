import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { creditForm } from "../components/facture-credit/credit-form";
import { FactureCredit } from "../components/facture-credit/facture-credit";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { requirePermission } from "../require-permission.server";
import { factureIdOf } from "../route-params.server";
import { trpc } from "../trpc";
import { writes } from "../write.server";

export const meta: MetaFunction = () => pageTitle("Avoir");

/** Only of an issued facture of which something is left; any other has its own page. */
export const loader = async (args: LoaderFunctionArgs) => {
  await requirePermission(args, "factures.issue");
  const factureId = factureIdOf(args.params);
  const { data } = await prefetch(args, (queries) => [
    queries.factures.get.fetch({ factureId }).then(({ facture, credited, settlement }) => {
      const isLeft = settlement !== null && settlement.avoirsTtc < facture.totalTtc;
      if (!credited || !isLeft) throw redirect(`/factures/${factureId}`, 303);
    }),
    queries.societe.get.fetch(),
  ]);
  return { ...data, factureId, today: args.context.today, actKey: crypto.randomUUID() };
};

export const action = writes([creditForm]);

export default function CreditPage() {
  const { factureId, today, actKey } = useLoaderData<typeof loader>();
  const [found] = trpc.factures.get.useSuspenseQuery({ factureId });
  const [{ series }] = trpc.societe.get.useSuspenseQuery();
  const [search] = useSearchParams();
  const isWhole = search.has("tout");
  const nextAvoir = series.find(({ code }) => code === "avoir")?.next[0] ?? "";
  const view = useMemo(() => {
    const { content, snapshot, credited, settlement, facture } = found;
    if (!snapshot || !credited) return null;
    const number = facture.number ?? "";
    const resteTtc = settlement?.reste ?? 0;
    return {
      ...{ content, snapshot, credited, resteTtc, number },
      ...{ factureId, nextAvoir, today, actKey, isWhole },
    };
  }, [found, factureId, nextAvoir, today, actKey, isWhole]);
  return view && <FactureCredit view={view} />;
}
