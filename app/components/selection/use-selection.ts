import { type KeyboardEvent, type MouseEvent, useEffect, useState } from "react";
import {
  allShownToggled,
  extended,
  nothingSelected,
  type Selected,
  stillShown,
  toggled,
} from "./selected-ids";

export type Selection = ReturnType<typeof useSelection>;

/**
 * The ticked rows of a list: with the pointer (Shift: a range), or from the keyboard on the rows themselves: `x` ticks,
 * ↑ ↓ move, with Shift they tick on their way, Escape lets go. Another question begins anew.
 *
 * @param shown ids of the rows on screen, in their order
 * @param question what the list was asked
 */
export function useSelection(shown: readonly string[], question: unknown) {
  const key = JSON.stringify(question);
  const [kept, setKept] = useState({ key, selected: nothingSelected });
  const [isPicking, setPicking] = useState(false);
  const selected = kept.key === key ? stillShown(kept.selected, shown) : nothingSelected;
  const set = (next: Selected) => setKept({ key, selected: next });
  const clear = () => {
    setPicking(false);
    set(nothingSelected);
  };
  const count = selected.isAll ? shown.length : selected.ids.size;
  useEscape(count > 0, clear);
  const tick = (id: string, isRange: boolean) =>
    set((isRange ? extended : toggled)(selected, id, shown));
  return {
    ids: selected.ids,
    isAll: selected.isAll,
    /** Rows on screen that are ticked. */
    count,
    isWhole: shown.length > 0 && count === shown.length,
    isSelected: (id: string) => selected.isAll || selected.ids.has(id),
    /** On phones, boxes show once asked for. */
    isPicking,
    pick: () => setPicking(true),
    clear,
    toggleShown: () => set(allShownToggled(selected, shown)),
    selectAll: () => set({ ...nothingSelected, isAll: true }),
    /** Handlers of the element around the rows. */
    rows: {
      onClick: (event: MouseEvent) => {
        const box = (event.target as HTMLElement).closest("input[data-choix]");
        const id = box && idOf(event);
        if (id) tick(id, event.shiftKey);
      },
      onKeyDown: (event: KeyboardEvent) => onKey(event, tick),
    },
  };
}

const idOf = ({ target }: { readonly target: EventTarget }): string | null =>
  (target as HTMLElement).closest("tr")?.dataset["id"] ?? null;

function onKey(event: KeyboardEvent, tick: (id: string, isRange: boolean) => void): void {
  const id = idOf(event);
  if (id === null || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "x") {
    event.preventDefault();
    tick(id, false);
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const next = moveFocus(event);
  if (next === null || !event.shiftKey) return;
  tick(id, true);
  tick(next, true);
}

/** The link of the next row; its id. */
function moveFocus({ target, key }: KeyboardEvent): string | null {
  const row = (target as HTMLElement).closest("tr");
  const next = key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
  next?.querySelector<HTMLElement>(".rang-lien")?.focus();
  return (next as HTMLElement | null | undefined)?.dataset["id"] ?? null;
}

/** Unless something above the page takes the key for itself. */
function useEscape(isActive: boolean, act: () => void) {
  useEffect(() => {
    if (!isActive) return;
    const onEscape = (event: globalThis.KeyboardEvent) => {
      const isTaken = document.querySelector("dialog[open], [role=dialog]") !== null;
      if (event.key === "Escape" && !event.defaultPrevented && !isTaken) act();
    };
    document.addEventListener("keydown", onEscape);
    return () => document.removeEventListener("keydown", onEscape);
  });
}
