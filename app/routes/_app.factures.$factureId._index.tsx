import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  cancelForm,
  duplicateForm,
  reglementForm,
  reversalForm,
} from "../components/facture-detail/detail-forms";
import { FactureDetail } from "../components/facture-detail/facture-detail";
import { logoUrl } from "../logo-url";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { factureIdOf } from "../route-params.server";
import { useCan } from "../session";
import { trpc } from "../trpc";
import { writes } from "../write.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.number ?? "Facture");

/** A brouillon has no page of its own but its editor. */
export const loader = async (args: LoaderFunctionArgs) => {
  const factureId = factureIdOf(args.params);
  let number: string | null = null;
  const { data } = await prefetch(args, (queries) => [
    queries.factures.get.fetch({ factureId }).then(({ facture }) => {
      if (facture.status === "brouillon") throw redirect(`/factures/${factureId}/modifier`, 303);
      number = facture.number;
    }),
    queries.societe.get.fetch(),
  ]);
  const { today } = args.context;
  return { ...data, factureId, number, today, actKey: crypto.randomUUID() };
};

export const action = writes([reglementForm, reversalForm, cancelForm, duplicateForm]);

export default function FacturePage() {
  const { factureId, today, actKey } = useLoaderData<typeof loader>();
  const [facture] = trpc.factures.get.useSuspenseQuery({ factureId });
  const [{ marque, series }] = trpc.societe.get.useSuspenseQuery();
  const can = {
    draft: useCan("factures.draft"),
    issue: useCan("factures.issue"),
    record: useCan("reglements.record"),
  };
  const nextAvoir = series.find(({ code }) => code === "avoir")?.next[0] ?? "";
  // Only the present logo has an address; a document with another one shows its initials.
  const own = facture.snapshot?.marque.logoSha256 ?? null;
  const logo = own !== null && own === marque.logoSha256 ? logoUrl(own) : null;
  return <FactureDetail logo={logo} view={{ ...facture, today, actKey, can, nextAvoir }} />;
}
