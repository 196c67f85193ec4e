import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { ratesOf } from "#server/domain/tva";
import { isApercuBesideIn } from "../apercu-beside";
import { FactureEditor } from "../components/facture-editor/facture-editor";
import { discardForm, ibanForm, issueForm } from "../components/facture-editor/facture-forms";
import { theirsIn } from "../components/facture-editor/use-autosave";
import { logoUrl } from "../logo-url";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { factureIdOf } from "../route-params.server";
import { useCan } from "../session";
import { trpc } from "../trpc";
import { writes } from "../write.server";

export const meta: MetaFunction = () => pageTitle("Brouillon");

export const loader = async (args: LoaderFunctionArgs) => {
  const factureId = factureIdOf(args.params);
  const { data } = await prefetch(args, (queries) => [
    queries.factures.get.fetch({ factureId }).then(async ({ facture }) => {
      if (facture.status !== "brouillon") throw redirect(`/factures/${factureId}`, 303);
      const { clientId } = facture;
      if (clientId !== null) await queries.clients.get.prefetch({ clientId });
    }),
    queries.societe.get.fetch(),
  ]);
  const { today } = args.context;
  const startsBeside = isApercuBesideIn(args.request);
  return { ...data, factureId, today, startsBeside, issueKey: crypto.randomUUID() };
};

export const action = writes([issueForm, discardForm, ibanForm]);

export default function EditFacturePage() {
  const { factureId, today, startsBeside, issueKey } = useLoaderData<typeof loader>();
  const [found] = trpc.factures.get.useSuspenseQuery({ factureId });
  const [{ emetteur, marque, series }] = trpc.societe.get.useSuspenseQuery();
  const canWrite = useCan("factures.draft");
  const canIssue = useCan("factures.issue");
  const theirs = useMemo(() => theirsIn(found), [found]);
  const { facture, content } = found;
  const isIssued = facture.status !== "brouillon";
  return (
    <FactureEditor
      key={factureId}
      facts={{
        factureId,
        emetteur,
        marque,
        logo: logoUrl(marque.logoSha256),
        today,
        nextNumber: series.find(({ code }) => code === "facture")?.next[0] ?? "",
        canWrite,
        canIssue,
        startsBeside,
        issued: isIssued ? { number: facture.number ?? "", byNom: facture.updatedByNom } : null,
      }}
      seed={{
        content,
        version: facture.version,
        savedAt: facture.updatedAt,
        defaultRate:
          emetteur.regime === "franchise" ? 0 : (ratesOf(emetteur.territoire, today)[0] ?? 0),
      }}
      theirs={theirs}
      firstKey={issueKey}
    />
  );
}
