import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { ListSearch } from "../components/list/list-search";
import { NewLink } from "../components/list/new-link";
import { Page } from "../components/page";
import { produitQuery } from "../components/produit/produit-query";
import { ProduitsList } from "../components/produit/produits-list";
import { ColonnesMenu } from "../components/vues/colonnes-menu";
import { ListeViews } from "../components/vues/liste-views";
import { orFirstVue } from "../first-vue.server";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";

export const meta = () => pageTitle(words().produits.titre);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [
    queries.listes.get.fetch({ liste: "produits" }).then(orFirstVue(args)),
    queries.produits.list.fetch(produitQuery(new URL(args.request.url).searchParams)),
  ]);

export default function Produits() {
  const { t } = useTranslation("produits");
  const create = (
    <NewLink to="/produits/nouveau" label={t("nouveau")} permission="produits.write" />
  );
  const views = [
    { label: t("vues.actifs"), params: {} },
    { label: t("vues.archives"), params: { etat: "archives" } },
  ];
  return (
    <Page title={t("titre")} actions={create}>
      <ListeViews liste="produits" label={t("vues.titre")} views={views} names={["etat"]} />
      <div className="outils">
        <ListSearch label={t("liste.rechercher")} placeholder={t("liste.invite")} />
        <span className="pousse">
          <ColonnesMenu liste="produits" />
        </span>
      </div>
      <ProduitsList first={create} />
    </Page>
  );
}
