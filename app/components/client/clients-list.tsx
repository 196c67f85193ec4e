import { useSearchParams } from "@remix-run/react";
import { Users } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../session";
import { trpc } from "../../trpc";
import { EmptyState } from "../empty-state";
import { ArchivableBar } from "../list/archivable-bar";
import { NoResults } from "../list/no-results";
import { PagedList } from "../list/paged-list";
import { useCursors } from "../list/use-cursors";
import { useMatching } from "../list/use-matching";
import { useSelection } from "../selection/use-selection";
import { type ClientListQuery, clientQuery } from "./client-query";
import { ClientsTable } from "./clients-table";

type Query = Omit<ClientListQuery, "cursor">;

/** The clients an address asks for. `first`: the one act to begin with. */
export function ClientsList({ first }: { readonly first: ReactNode }) {
  const { t } = useTranslation("clients");
  const [params] = useSearchParams();
  const { cursor: start, ...query } = clientQuery(params);
  const { cursors, add } = useCursors(start, query);
  const pages = trpc.useQueries((one) =>
    cursors.map((cursor) => one.clients.list({ ...query, cursor })),
  );
  const ids = pages.flatMap(({ data }) => data?.rows ?? []).map(({ id }) => id);
  const selection = useSelection(ids, query);
  const cache = trpc.useUtils();
  const all = useMatching(pages, (cursor) => cache.clients.list.fetch({ ...query, cursor }));
  const mayWrite = useCan("clients.write");
  const mayExport = useCan("exports");
  const { q, isArchived } = query;
  return (
    <>
      <PagedList
        pages={pages}
        onMore={add}
        count={(count, isCapped) => t(isCapped ? "liste.totalPlus" : "liste.total", { count })}
        empty={<NoClients query={query} first={first} />}
      >
        {(clients) => (
          <ClientsTable
            clients={clients}
            query={{ ...query, cursor: start }}
            selection={mayWrite || mayExport ? selection : null}
          />
        )}
      </PagedList>
      {selection.count > 0 && (
        <ArchivableBar
          noun="clients"
          selection={selection}
          isArchived={isArchived}
          filter={{ q, etat: isArchived ? "archives" : "actifs", type: query.type }}
          all={all}
        />
      )}
    </>
  );
}

function NoClients({ query, first }: { readonly query: Query; readonly first: ReactNode }) {
  const { t } = useTranslation("clients");
  if (query.isArchived && !query.q) return <NoResults text={t("liste.aucunArchive")} />;
  if (query.q || query.type) return <NoResults text={t("liste.aucun")} />;
  return (
    <EmptyState icon={Users} title={t("liste.vide")} text={t("liste.videTexte")}>
      {first}
    </EmptyState>
  );
}
