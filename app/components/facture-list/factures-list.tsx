import { ReceiptText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { keepDensity } from "../../density";
import { drawn } from "../../drawn";
import { formatDecimal } from "../../formats";
import { trpc } from "../../trpc";
import { EmptyState } from "../empty-state";
import { ListViews } from "../list/list-views";
import { LoadMore } from "../list/load-more";
import { NoResults } from "../list/no-results";
import { useCursors } from "../list/use-cursors";
import { FacturesTable } from "./factures-table";
import { type ListParams, listQuery, vues } from "./list-params";
import { ListTools } from "./list-tools";
import { NewFacture } from "./new-facture";
import { Summary } from "./summary";

type Props = {
  readonly params: ListParams;
  readonly today: string;
  readonly startsDense: boolean;
  readonly canWrite: boolean;
  readonly canRecord: boolean;
};

/** The factures and avoirs of the société: views, totals, tools, rows. */
export function FacturesList(props: Props) {
  const { params, today, startsDense, canWrite, canRecord } = props;
  const { t } = useTranslation("factures");
  const [isDense, setDense] = useState(startsDense);
  const [summary] = trpc.factures.summary.useSuspenseQuery({});
  const query = listQuery(params);
  const { cursors, add } = useCursors(params.suite, query);
  const pages = trpc.useQueries((one) =>
    cursors.map((cursor) => one.factures.list({ ...query, cursor })),
  );
  const rows = pages.flatMap(({ data }) => data?.rows ?? []);
  const total = pages[0]?.data?.total;
  const last = pages.at(-1);
  const cursor = last?.data?.cursor ?? null;
  const { factures, avoirs, brouillons } = summary.counts;
  const isFirst = factures + avoirs + brouillons === 0;
  if (isFirst)
    return (
      <EmptyState
        icon={ReceiptText}
        title={t("liste.vide.titre")}
        text={t(canWrite ? "liste.vide.texte" : "liste.vide.lecture")}
      >
        {canWrite && <NewFacture />}
      </EmptyState>
    );
  return (
    <>
      <ListViews
        label={t("liste.vues")}
        names={["vue"]}
        views={vues.map((vue) => ({
          label: t(`liste.${vue}`),
          params: vue === "toutes" ? {} : { vue },
        }))}
      />
      <Summary summary={summary} />
      <ListTools
        params={params}
        isDense={isDense}
        onDense={(dense) => {
          setDense(dense);
          keepDensity(dense);
        }}
      />
      {rows.length === 0 ? (
        <NoResults text={t("liste.aucune")} />
      ) : (
        <>
          <FacturesTable
            rows={rows}
            params={params}
            today={today}
            isDense={isDense}
            canRecord={canRecord}
          />
          <div
            className="pied-table"
            {...drawn(
              <>
                {total && <Count count={rows.length} total={total} />}
                {cursor !== null && (
                  <LoadMore
                    cursor={cursor}
                    isLoading={last?.isPending ?? false}
                    onMore={() => add(cursor)}
                  />
                )}
              </>,
            )}
          />
        </>
      )}
    </>
  );
}

type CountProps = {
  readonly count: number;
  readonly total: { readonly nb: number; readonly isCapped: boolean };
};

/** How many are shown, and of how many. */
function Count({ count, total }: CountProps) {
  const { t } = useTranslation("factures");
  if (total.nb <= count) return <span role="status">{t("liste.affichees", { count })}</span>;
  const words = { count, total: formatDecimal(total.nb, 0) };
  return (
    <span role="status">
      {t(total.isCapped ? "liste.afficheesSurPlus" : "liste.afficheesSur", words)}
    </span>
  );
}
