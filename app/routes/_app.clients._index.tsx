import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { clientQuery } from "../components/client/client-query";
import { ClientsList } from "../components/client/clients-list";
import { ListSearch } from "../components/list/list-search";
import { NewLink } from "../components/list/new-link";
import { Page } from "../components/page";
import { ColonnesMenu } from "../components/vues/colonnes-menu";
import { ListeViews } from "../components/vues/liste-views";
import { orFirstVue } from "../first-vue.server";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";

export const meta = () => pageTitle(words().clients.titre);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [
    queries.listes.get.fetch({ liste: "clients" }).then(orFirstVue(args)),
    queries.clients.list.fetch(clientQuery(new URL(args.request.url).searchParams)),
  ]);

export default function Clients() {
  const { t } = useTranslation("clients");
  const create = <NewLink to="/clients/nouveau" label={t("nouveau")} permission="clients.write" />;
  const views = [
    { label: t("vues.tous"), params: {} },
    { label: t("vues.professionnels"), params: { type: "professionnel" } },
    { label: t("vues.particuliers"), params: { type: "particulier" } },
    { label: t("vues.archives"), params: { etat: "archives" } },
  ];
  return (
    <Page title={t("titre")} actions={create}>
      <ListeViews liste="clients" label={t("vues.titre")} views={views} names={["type", "etat"]} />
      <div className="outils">
        <ListSearch label={t("liste.rechercher")} placeholder={t("liste.invite")} />
        <span className="pousse">
          <ColonnesMenu liste="clients" />
        </span>
      </div>
      <ClientsList first={create} />
    </Page>
  );
}
