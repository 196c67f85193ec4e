import type { LoaderFunctionArgs } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { Package, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../components/button";
import { EmptyState } from "../components/empty-state";
import { ListSearch } from "../components/list/list-search";
import { ListViews } from "../components/list/list-views";
import { LoadMore } from "../components/list/load-more";
import { NoResults } from "../components/list/no-results";
import { useCursors } from "../components/list/use-cursors";
import { Page } from "../components/page";
import { produitQuery } from "../components/produit/produit-query";
import { ProduitsTable } from "../components/produit/produits-table";
import { produits as words } from "../i18n/fr/produits";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { useCanWrite } from "../session";
import { trpc } from "../trpc";

export const meta = () => pageTitle(words.titre);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [
    queries.produits.list.fetch(produitQuery(new URL(args.request.url).searchParams)),
  ]);

export default function Produits() {
  const { t } = useTranslation("produits");
  const views = [
    { label: t("vues.actifs"), params: {} },
    { label: t("vues.archives"), params: { etat: "archives" } },
  ];
  return (
    <Page title={t("titre")} actions={<NewProduit />}>
      <ListViews label={t("vues.titre")} views={views} names={["etat"]} />
      <div className="outils">
        <ListSearch label={t("liste.rechercher")} placeholder={t("liste.invite")} />
      </div>
      <ProduitList />
    </Page>
  );
}

function NewProduit() {
  const { t } = useTranslation("produits");
  if (!useCanWrite()) return null;
  return (
    <ButtonLink look="principal" to="/produits/nouveau">
      <Plus className="ic" aria-hidden />
      <span>{t("nouveau")}</span>
    </ButtonLink>
  );
}

function ProduitList() {
  const { t } = useTranslation("produits");
  const [params] = useSearchParams();
  const { cursor: first, ...query } = produitQuery(params);
  const { cursors, add } = useCursors(first, query);
  const pages = trpc.useQueries((one) =>
    cursors.map((cursor) => one.produits.list({ ...query, cursor })),
  );
  const produits = pages.flatMap(({ data }) => data?.rows ?? []);
  const next = pages.at(-1)?.data?.cursor ?? null;
  const total = pages[0]?.data?.total;
  if (produits.length === 0) return <NoProduits query={query} />;
  return (
    <>
      <ProduitsTable produits={produits} query={{ ...query, cursor: first }} />
      <div className="pied-table">
        <span aria-live="polite">
          {total &&
            t(total.isCapped ? "liste.totalPlus" : "liste.total", {
              count: total.nb,
            })}
        </span>
        {next && <LoadMore cursor={next} onMore={() => add(next)} isLoading={false} />}
      </div>
    </>
  );
}

function NoProduits({ query }: { query: Omit<ReturnType<typeof produitQuery>, "cursor"> }) {
  const { t } = useTranslation("produits");
  if (query.isArchived && !query.q) return <NoResults text={t("liste.aucunArchive")} />;
  if (query.q) return <NoResults text={t("liste.aucun")} />;
  return (
    <EmptyState icon={Package} title={t("liste.vide")} text={t("liste.videTexte")}>
      <NewProduit />
    </EmptyState>
  );
}
