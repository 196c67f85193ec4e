import { Archive, ArchiveRestore, Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { tickedMax } from "#server/domain/selection-limits";
import { useCan } from "../../session";
import { Button } from "../button";
import { SelectionBar } from "../selection/selection-bar";
import type { Selection } from "../selection/use-selection";
import { type Archivable, useArchiving } from "./use-archiving";
import { useExportHref } from "./use-export-href";

type Props = {
  readonly noun: Archivable;
  readonly selection: Selection;
  /** What is on screen is archived: the act brings back. */
  readonly isArchived: boolean;
  /** What the list keeps, as its export is asked. */
  readonly filter: Readonly<Record<string, string | null>>;
  /** How many match in all, when more do than are on screen. */
  readonly all: { readonly label: string; readonly ids: () => Promise<readonly string[]> } | null;
};

/** Takes the ticked rows out of the list, or brings them back, at once; or takes them away as a file. */
export function ArchivableBar({ noun, selection, isArchived, filter, all }: Props) {
  const { t } = useTranslation("listes");
  const archive = useArchiving(noun);
  const act = async () => {
    const ids = selection.isAll && all ? await all.ids() : [...selection.ids];
    selection.clear();
    await archive(ids, !isArchived);
  };
  const canWrite = useCan(`${noun}.write`);
  const canExport = useCan("exports");
  const isTooMany = !selection.isAll && selection.count > tickedMax;
  const href = useExportHref(selection.isAll ? filter : { ids: [...selection.ids] });
  const Icon = isArchived ? ArchiveRestore : Archive;
  return (
    <SelectionBar
      count={selection.isAll ? null : selection.count}
      onClear={selection.clear}
      all={
        all && selection.isWhole && !selection.isAll
          ? { label: all.label, onSelect: selection.selectAll }
          : null
      }
      totals={
        canExport && isTooMany && <p className="note">{t("selection.trop", { max: tickedMax })}</p>
      }
    >
      {canWrite && (
        <Button look="principal" onClick={() => void act()}>
          <Icon className="ic" aria-hidden />
          {t(isArchived ? "selection.desarchiver" : "selection.archiver")}
        </Button>
      )}
      {canExport && !isTooMany && (
        <a className="bouton bouton--discret" href={href(`${noun}.csv`)} download>
          <Download className="ic" aria-hidden />
          {t("selection.exporter")}
        </a>
      )}
    </SelectionBar>
  );
}
