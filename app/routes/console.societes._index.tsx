import type { LoaderFunctionArgs } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { Building2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { etatsAbonnement } from "#server/domain/etat-abonnement";
import { ConsolePage } from "../components/console/console-page";
import { consoleTitle } from "../components/console/console-title";
import { FilterSelect } from "../components/console/filter-select";
import { societesQuery } from "../components/console/societes-query";
import { SocietesTable } from "../components/console/societes-table";
import { Vigie } from "../components/console/vigie";
import { EmptyState } from "../components/empty-state";
import { ListSearch } from "../components/list/list-search";
import { NoResults } from "../components/list/no-results";
import { PagedList } from "../components/list/paged-list";
import { useCursors } from "../components/list/use-cursors";
import { formatEuros } from "../formats";
import { words } from "../i18n/spoken";
import { prefetch } from "../read.server";
import { trpc } from "../trpc";

export const meta = () => consoleTitle(words().societes.titre);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [
    queries.console.societes.fetch(societesQuery(new URL(args.request.url).searchParams)),
  ]);

/** Every société of the service: search, filters, orders. */
export default function Societes() {
  const { t } = useTranslation("societes");
  return (
    <ConsolePage title={t("titre")}>
      <Vigie />
      <div className="outils">
        <ListSearch label={t("liste.rechercher")} placeholder={t("liste.invite")} />
        <Filters />
      </div>
      <Counts />
      <List />
    </ConsolePage>
  );
}

function Filters() {
  const { t } = useTranslation("societes");
  const [{ offres }] = trpc.console.apercu.useSuspenseQuery();
  const names = new Map(offres.map(({ offre, nom }) => [offre, nom]));
  return (
    <>
      <FilterSelect
        name="etat"
        label={t("filtres.etat")}
        all={t("filtres.tous")}
        options={etatsAbonnement.map((value) => ({ value, label: t(`etat.${value}`) }))}
      />
      <FilterSelect
        name="offre"
        label={t("filtres.offre")}
        all={t("filtres.toutes")}
        options={[...names].map(([value, label]) => ({ value, label }))}
      />
      <FilterSelect
        name="usage"
        label={t("filtres.usage")}
        all={t("filtres.tous")}
        options={(["proche", "atteint"] as const).map((value) => ({
          value,
          label: t(`usage.${value}`),
        }))}
      />
      <FilterSelect
        name="sante"
        label={t("filtres.sante")}
        all={t("filtres.toutes")}
        options={(["saine", "a_voir", "suspendue"] as const).map((value) => ({
          value,
          label: t(`filtreSante.${value}`),
        }))}
      />
    </>
  );
}

/** « 532 sociétés : 214 Gratuit, 37 en essai, 178 Essentiel… ». */
function Counts() {
  const { t } = useTranslation("societes");
  const [{ total, offres, mrrHt }] = trpc.console.apercu.useSuspenseQuery();
  const tried = offres.filter(({ isEssai }) => isEssai).reduce((sum, { nb }) => sum + nb, 0);
  const parts = [
    ...offres.filter(({ isEssai }) => !isEssai).map(({ nb, nom }) => `${nb} ${nom}`),
    ...(tried > 0 ? [t("liste.enEssai", { count: tried })] : []),
  ];
  return (
    <p className="decompte">
      <b className="num">{t("liste.total", { count: total })}</b>
      {parts.length > 0 && ` : ${parts.join(", ")}. `}
      {t("liste.mrr", { montant: formatEuros(mrrHt) })}
    </p>
  );
}

function List() {
  const { t } = useTranslation("societes");
  const [params] = useSearchParams();
  const [{ now }] = trpc.console.apercu.useSuspenseQuery();
  const { cursor: first, ...query } = societesQuery(params);
  const { cursors, add } = useCursors(first, query);
  const pages = trpc.useQueries((one) =>
    cursors.map((cursor) => one.console.societes({ ...query, cursor })),
  );
  const { q, etat, offre, usage, sante } = query;
  const isFiltered = q !== "" || [etat, offre, usage, sante].some((value) => value !== null);
  return (
    <PagedList
      pages={pages}
      onMore={add}
      count={(count, isCapped) => t(isCapped ? "liste.totalPlus" : "liste.total", { count })}
      empty={
        isFiltered ? (
          <NoResults text={t("liste.aucune")} />
        ) : (
          <EmptyState icon={Building2} title={t("liste.vide")} text={t("liste.videTexte")} />
        )
      }
    >
      {(rows) => <SocietesTable rows={rows} query={{ ...query, cursor: first }} now={now} />}
    </PagedList>
  );
}
