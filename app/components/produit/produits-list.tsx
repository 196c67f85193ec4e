import { useSearchParams } from "@remix-run/react";
import { Package } from "lucide-react";
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
import { type ProduitListQuery, produitQuery } from "./produit-query";
import { ProduitsTable } from "./produits-table";

type Query = Omit<ProduitListQuery, "cursor">;

/** The produits an address asks for. `first`: the one act to begin with. */
export function ProduitsList({ first }: { readonly first: ReactNode }) {
  const { t } = useTranslation("produits");
  const [params] = useSearchParams();
  const { cursor: start, ...query } = produitQuery(params);
  const { cursors, add } = useCursors(start, query);
  const pages = trpc.useQueries((one) =>
    cursors.map((cursor) => one.produits.list({ ...query, cursor })),
  );
  const ids = pages.flatMap(({ data }) => data?.rows ?? []).map(({ id }) => id);
  const selection = useSelection(ids, query);
  const cache = trpc.useUtils();
  const all = useMatching(pages, (cursor) => cache.produits.list.fetch({ ...query, cursor }));
  const mayWrite = useCan("produits.write");
  const mayExport = useCan("exports");
  const { q, isArchived } = query;
  return (
    <>
      <PagedList
        pages={pages}
        onMore={add}
        count={(count, isCapped) => t(isCapped ? "liste.totalPlus" : "liste.total", { count })}
        empty={<NoProduits query={query} first={first} />}
      >
        {(produits) => (
          <ProduitsTable
            produits={produits}
            query={{ ...query, cursor: start }}
            selection={mayWrite || mayExport ? selection : null}
          />
        )}
      </PagedList>
      {selection.count > 0 && (
        <ArchivableBar
          noun="produits"
          selection={selection}
          isArchived={isArchived}
          filter={{ q, etat: isArchived ? "archives" : "actifs" }}
          all={all}
        />
      )}
    </>
  );
}

function NoProduits({ query, first }: { readonly query: Query; readonly first: ReactNode }) {
  const { t } = useTranslation("produits");
  if (query.isArchived && !query.q) return <NoResults text={t("liste.aucunArchive")} />;
  if (query.q) return <NoResults text={t("liste.aucun")} />;
  return (
    <EmptyState icon={Package} title={t("liste.vide")} text={t("liste.videTexte")}>
      {first}
    </EmptyState>
  );
}
