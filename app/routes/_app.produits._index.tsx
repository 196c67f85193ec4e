import type { LoaderFunctionArgs } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { Package } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../components/empty-state";
import { ListSearch } from "../components/list/list-search";
import { ListViews } from "../components/list/list-views";
import { NewLink } from "../components/list/new-link";
import { NoResults } from "../components/list/no-results";
import { PagedList } from "../components/list/paged-list";
import { useCursors } from "../components/list/use-cursors";
import { Page } from "../components/page";
import { produitQuery } from "../components/produit/produit-query";
import { ProduitsTable } from "../components/produit/produits-table";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { trpc } from "../trpc";

export const meta = () => pageTitle(words().produits.titre);

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
  return <NewLink to="/produits/nouveau" label={t("nouveau")} permission="produits.write" />;
}

function ProduitList() {
  const { t } = useTranslation("produits");
  const [params] = useSearchParams();
  const { cursor: first, ...query } = produitQuery(params);
  const { cursors, add } = useCursors(first, query);
  const pages = trpc.useQueries((one) =>
    cursors.map((cursor) => one.produits.list({ ...query, cursor })),
  );
  return (
    <PagedList
      pages={pages}
      onMore={add}
      count={(count, isCapped) => t(isCapped ? "liste.totalPlus" : "liste.total", { count })}
      empty={<NoProduits query={query} />}
    >
      {(produits) => <ProduitsTable produits={produits} query={{ ...query, cursor: first }} />}
    </PagedList>
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
