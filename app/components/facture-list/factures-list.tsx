import { ReceiptText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { keepDensity } from "../../density";
import { trpc } from "../../trpc";
import { EmptyState } from "../empty-state";
import { useCursors } from "../list/use-cursors";
import { useSelection } from "../selection/use-selection";
import { ListeViews } from "../vues/liste-views";
import { FacturesRows } from "./factures-rows";
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
  const ids = rows.map(({ id }) => id);
  const selection = useSelection(ids, query);
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
      <ListeViews
        liste="factures"
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
        onPick={selection.pick}
      />
      <FacturesRows
        {...{ pages, rows, params, today, isDense, canRecord, selection }}
        onMore={add}
      />
    </>
  );
}
