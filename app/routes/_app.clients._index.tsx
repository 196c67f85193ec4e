import type { LoaderFunctionArgs } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { Plus, Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../components/button";
import { clientQuery } from "../components/client/client-query";
import { ClientsTable } from "../components/client/clients-table";
import { EmptyState } from "../components/empty-state";
import { ListSearch } from "../components/list/list-search";
import { ListViews } from "../components/list/list-views";
import { LoadMore } from "../components/list/load-more";
import { NoResults } from "../components/list/no-results";
import { useCursors } from "../components/list/use-cursors";
import { Page } from "../components/page";
import { clients as words } from "../i18n/fr/clients";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { useCanWrite } from "../session";
import { trpc } from "../trpc";

export const meta = () => pageTitle(words.titre);

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
  if (!useCanWrite()) return null;
  return (
    <ButtonLink look="principal" to="/clients/nouveau">
      <Plus className="ic" aria-hidden />
      <span>{t("nouveau")}</span>
    </ButtonLink>
  );
}

function ClientList() {
  const { t } = useTranslation("clients");
  const [params] = useSearchParams();
  const { cursor: first, ...query } = clientQuery(params);
  const { cursors, add } = useCursors(first, query);
  const pages = trpc.useQueries((one) =>
    cursors.map((cursor) => one.clients.list({ ...query, cursor })),
  );
  const clients = pages.flatMap(({ data }) => data?.rows ?? []);
  const next = pages.at(-1)?.data?.cursor ?? null;
  const total = pages[0]?.data?.total;
  if (clients.length === 0) return <NoClients query={query} />;
  return (
    <>
      <ClientsTable clients={clients} query={{ ...query, cursor: first }} />
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
