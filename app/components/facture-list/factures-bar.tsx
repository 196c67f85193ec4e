import { Banknote, Download, FileArchive, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tickedMax } from "#server/domain/selection-limits";
import { formatDecimal } from "../../formats";
import { useCan } from "../../session";
import { type RouterOutputs, trpc } from "../../trpc";
import { Button } from "../button";
import { useExportHref } from "../list/use-export-href";
import { SelectionBar } from "../selection/selection-bar";
import type { Selection } from "../selection/use-selection";
import { BulkArchive } from "./bulk-archive";
import { BulkDiscard } from "./bulk-discard";
import { BulkReglements } from "./bulk-reglements";
import { type ListParams, listQuery } from "./list-params";
import { SelectionTotals } from "./selection-totals";

type Act = "reglements" | "archive" | "brouillons";

type Props = {
  readonly selection: Selection;
  readonly params: ListParams;
  readonly total: RouterOutputs["factures"]["list"]["total"] | undefined;
  /** Not all that matches is on screen. */
  readonly hasMore: boolean;
};

/** What the ticked documents come to, and what may be done with all of them. */
export function FacturesBar({ selection, params, total, hasMore }: Props) {
  const { t } = useTranslation("listes");
  const [act, setAct] = useState<Act | null>(null);
  const { asked, isTooMany, totals } = useTotals(selection, params);
  const done = () => {
    setAct(null);
    selection.clear();
  };
  const close = { asked, onClose: () => setAct(null), onDone: done };
  const matching = total && hasMore && !selection.isAll && selection.isWhole ? total : null;
  return (
    <>
      <SelectionBar
        count={selection.isAll ? (totals?.nb ?? null) : selection.count}
        onClear={selection.clear}
        all={matching && { ...wordsOf(matching, t), onSelect: selection.selectAll }}
        totals={
          isTooMany ? (
            <p className="note">{t("selection.trop", { max: tickedMax })}</p>
          ) : (
            totals && <SelectionTotals totals={totals} />
          )
        }
      >
        {!isTooMany && totals && <Acts totals={totals} asked={asked} onAct={setAct} />}
      </SelectionBar>
      {act === "reglements" && <BulkReglements {...close} />}
      {act === "archive" && <BulkArchive {...close} />}
      {act === "brouillons" && <BulkDiscard {...close} />}
    </>
  );
}

/** What is ticked, as the API is asked of it, and what it comes to. */
function useTotals(selection: Selection, params: ListParams) {
  const isTooMany = !selection.isAll && selection.count > tickedMax;
  const { sort: _, dir: __, ...filter } = listQuery(params);
  const asked = selection.isAll ? filter : { ids: [...selection.ids] };
  const { data: totals } = trpc.factures.totals.useQuery(asked, {
    enabled: !isTooMany,
    placeholderData: (previous) => previous,
  });
  return { asked, isTooMany, totals };
}

type Words = ReturnType<typeof useTranslation<"listes">>["t"];

const wordsOf = (total: NonNullable<Props["total"]>, t: Words) => ({
  label: total.isCapped
    ? t("selection.toutesPlus")
    : t("selection.toutes", { total: formatDecimal(total.nb, 0) }),
});

type ActsProps = {
  readonly totals: RouterOutputs["factures"]["totals"];
  readonly asked: Asked;
  readonly onAct: (act: Act) => void;
};

/** What a selection is asked of the API by: its filters, or its ids. */
export type Asked = Parameters<typeof trpc.factures.totals.useQuery>[0] & object;

/** Only what some of them can undergo, and this person may do. */
function Acts({ totals, asked, onAct }: ActsProps) {
  const { t } = useTranslation("listes");
  const canRecord = useCan("reglements.record");
  const canExport = useCan("exports");
  const canDraft = useCan("factures.draft");
  const href = useExportHref(asked);
  const { nb, nbBrouillons: count, nbOuvertes } = totals;
  return (
    <>
      {canRecord && nbOuvertes > 0 && (
        <Button look="principal" onClick={() => onAct("reglements")}>
          <Banknote className="ic" aria-hidden />
          {t("selection.encaisser")}
        </Button>
      )}
      {canExport && nb > count && (
        <Button look="discret" onClick={() => onAct("archive")}>
          <FileArchive className="ic" aria-hidden />
          {t("selection.telecharger")}
        </Button>
      )}
      {canExport && (
        <a className="bouton bouton--discret" href={href("factures.csv")} download>
          <Download className="ic" aria-hidden />
          {t("selection.exporter")}
        </a>
      )}
      {canDraft && count > 0 && (
        <Button look="discret" className="bouton--danger" onClick={() => onAct("brouillons")}>
          <Trash2 className="ic" aria-hidden />
          {t("selection.supprimer", { count })}
        </Button>
      )}
    </>
  );
}
