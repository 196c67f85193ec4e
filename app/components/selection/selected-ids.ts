/** What is ticked in a list: some rows, or all that its filters keep. */
export type Selected = {
  readonly ids: ReadonlySet<string>;
  readonly isAll: boolean;
  /** Where a range starts. */
  readonly anchor: string | null;
};

export const nothingSelected: Selected = { ids: new Set(), isAll: false, anchor: null };

/** Ticks a row, or takes it off. Out of « all », what stays is the rest of the rows on screen. */
export function toggled(selected: Selected, id: string, shown: readonly string[]): Selected {
  const ids = new Set(selected.isAll ? shown : selected.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, isAll: false, anchor: id };
}

/** Ticks the rows from the anchor to this one, both included. */
export function extended(selected: Selected, id: string, shown: readonly string[]): Selected {
  const from = shown.indexOf(selected.anchor ?? id);
  const until = shown.indexOf(id);
  if (from < 0 || until < 0) return toggled(selected, id, shown);
  const range = shown.slice(Math.min(from, until), Math.max(from, until) + 1);
  return { ...selected, ids: new Set([...selected.ids, ...range]), isAll: false };
}

/** Every row on screen, or none when they all are. */
export function allShownToggled(selected: Selected, shown: readonly string[]): Selected {
  const isWhole = selected.isAll || shown.every((id) => selected.ids.has(id));
  return isWhole ? nothingSelected : { ids: new Set(shown), isAll: false, anchor: null };
}

/** Rows gone from the list leave the selection: nothing unseen is acted on. */
export function stillShown(selected: Selected, shown: readonly string[]): Selected {
  if (selected.isAll || selected.ids.size === 0) return selected;
  const kept = shown.filter((id) => selected.ids.has(id));
  return kept.length === selected.ids.size ? selected : { ...selected, ids: new Set(kept) };
}
