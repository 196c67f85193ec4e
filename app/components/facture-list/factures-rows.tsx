import { useTranslation } from "react-i18next";
import { drawn } from "../../drawn";
import { formatDecimal } from "../../formats";
import type { RouterOutputs } from "../../trpc";
import { LoadMore } from "../list/load-more";
import { NoResults } from "../list/no-results";
import type { Selection } from "../selection/use-selection";
import { useSlow } from "../use-slow";
import type { ListedFacture } from "./facture-row";
import { FacturesBar } from "./factures-bar";
import { FacturesTable } from "./factures-table";
import type { ListParams } from "./list-params";
import { RowsSkeleton } from "./rows-skeleton";

type Total = RouterOutputs["factures"]["list"]["total"];
type Page = {
  readonly data?: RouterOutputs["factures"]["list"] | undefined;
  readonly isPending: boolean;
};

type Props = {
  readonly pages: readonly Page[];
  readonly rows: readonly ListedFacture[];
  readonly params: ListParams;
  readonly today: string;
  readonly isDense: boolean;
  readonly canRecord: boolean;
  readonly selection: Selection;
  readonly onMore: (cursor: string) => void;
};

/** The rows a list was asked for; their outline when they are long to come, and what to do when there is none. */
export function FacturesRows({ pages, onMore, ...table }: Props) {
  const { t } = useTranslation("factures");
  const { rows, params, selection } = table;
  const last = pages.at(-1);
  const total = pages[0]?.data?.total;
  const cursor = last?.data?.cursor ?? null;
  const isWaiting = rows.length === 0 && (last?.isPending ?? false);
  const isSlow = useSlow(isWaiting);
  if (isWaiting) return isSlow ? <RowsSkeleton label={t("chargement")} /> : null;
  if (rows.length === 0) return <NoResults text={t("liste.aucune")} />;
  return (
    <>
      <FacturesTable {...table} />
      <div
        className="pied-table"
        {...drawn(
          <>
            {total && <Count count={rows.length} total={total} />}
            {cursor !== null && (
              <LoadMore
                cursor={cursor}
                isLoading={last?.isPending ?? false}
                onMore={() => onMore(cursor)}
              />
            )}
          </>,
        )}
      />
      {selection.count > 0 && (
        <FacturesBar
          selection={selection}
          params={params}
          total={total}
          hasMore={cursor !== null}
        />
      )}
    </>
  );
}

type CountProps = { readonly count: number; readonly total: Total };

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
