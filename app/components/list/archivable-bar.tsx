import { Archive, ArchiveRestore } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../button";
import { SelectionBar } from "../selection/selection-bar";
import type { Selection } from "../selection/use-selection";
import { type Archivable, useArchiving } from "./use-archiving";

type Props = {
  readonly noun: Archivable;
  readonly selection: Selection;
  /** What is on screen is archived: the act brings back. */
  readonly isArchived: boolean;
  /** How many match in all, when more do than are on screen. */
  readonly all: { readonly label: string; readonly ids: () => Promise<readonly string[]> } | null;
};

/** Takes the ticked rows out of the list, or brings them back: done at once, said with the way back. */
export function ArchivableBar({ noun, selection, isArchived, all }: Props) {
  const { t } = useTranslation("listes");
  const archive = useArchiving(noun);
  const act = async () => {
    const ids = selection.isAll && all ? await all.ids() : [...selection.ids];
    selection.clear();
    await archive(ids, !isArchived);
  };
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
    >
      <Button look="principal" onClick={() => void act()}>
        <Icon className="ic" aria-hidden />
        {t(isArchived ? "selection.desarchiver" : "selection.archiver")}
      </Button>
    </SelectionBar>
  );
}
