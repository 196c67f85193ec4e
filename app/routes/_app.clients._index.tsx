import type { LoaderFunctionArgs } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import { clientQuery } from "../components/client/client-query";
import { ClientsTable } from "../components/client/clients-table";
import { EmptyState } from "../components/empty-state";
import { ListSearch } from "../components/list/list-search";
import { ListViews } from "../components/list/list-views";
import { NewLink } from "../components/list/new-link";
import { NoResults } from "../components/list/no-results";
import { PagedList } from "../components/list/paged-list";
import { useCursors } from "../components/list/use-cursors";
import { Page } from "../components/page";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { trpc } from "../trpc";

export const meta = () => pageTitle(words().clients.titre);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [
    queries.clients.list.fetch(clientQuery(new URL(args.request.url).searchParams)),
  ]);

export default function Clients() {
  const { t } = useTranslation("clients");
  const views = [
    { label: t("vues.tous"), params: {} },
    { label: t("vues.professionnels"), params: { type: "professionnel" } },
    { label: t("vues.particuliers"), params: { type: "particulier" } },
    { label: t("vues.archives"), params: { etat: "archives" } },
  ];
  return (
    <Page title={t("titre")} actions={<NewClient />}>
      <ListViews label={t("vues.titre")} views={views} names={["type", "etat"]} />
      <div className="outils">
        <ListSearch label={t("liste.rechercher")} placeholder={t("liste.invite")} />
      </div>
      <ClientList />
    </Page>
  );
}

function NewClient() {
  const { t } = useTranslation("clients");
  return <NewLink to="/clients/nouveau" label={t("nouveau")} permission="clients.write" />;
}

function ClientList() {
  const { t } = useTranslation("clients");
  const [params] = useSearchParams();
  const { cursor: first, ...query } = clientQuery(params);
  const { cursors, add } = useCursors(first, query);
  const pages = trpc.useQueries((one) =>
    cursors.map((cursor) => one.clients.list({ ...query, cursor })),
  );
  return (
    <PagedList
      pages={pages}
      onMore={add}
      count={(count, isCapped) => t(isCapped ? "liste.totalPlus" : "liste.total", { count })}
      empty={<NoClients query={query} />}
    >
      {(clients) => <ClientsTable clients={clients} query={{ ...query, cursor: first }} />}
    </PagedList>
  );
}

function NoClients({ query }: { query: Omit<ReturnType<typeof clientQuery>, "cursor"> }) {
  const { t } = useTranslation("clients");
  if (query.isArchived && !query.q) return <NoResults text={t("liste.aucunArchive")} />;
  if (query.q || query.type) return <NoResults text={t("liste.aucun")} />;
  return (
    <EmptyState icon={Users} title={t("liste.vide")} text={t("liste.videTexte")}>
      <NewClient />
    </EmptyState>
  );
}
