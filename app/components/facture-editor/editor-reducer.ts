import type { FactureContent, LigneKind } from "#server/domain/facture";
import {
  type EditedFacture,
  type EditedLigne,
  isBlank,
  ligneAjustementPaths,
} from "./edited-facture";
import { forgotten, redone, remembered, undone } from "./editor-history";
import { isSaveAction, type SaveAction, saveReducer } from "./editor-saving";
import {
  type Cell,
  cellField,
  detailCells,
  type EditorState,
  insertLigne,
  quickCells,
  touched,
  withLignes,
} from "./editor-state";
import { editHeader, type HeaderAction, isHeaderAction } from "./header-reducer";
import { type LigneSuggestion, settleCell, suggested, typeCell } from "./ligne-cells";
import { type PastedLigne, type PastedTable, pastedLigne } from "./pasted-lignes";

export type EditorAction =
  | HeaderAction
  | { readonly type: "cell"; readonly key: string; readonly cell: Cell; readonly text: string }
  | { readonly type: "settleCell"; readonly key: string; readonly cell: Cell }
  | { readonly type: "suggestion"; readonly key: string; readonly produit: LigneSuggestion }
  | { readonly type: "learnt"; readonly key: string; readonly produitId: string }
  | { readonly type: "open"; readonly key: string; readonly cell: Cell }
  | { readonly type: "close" }
  | { readonly type: "unfold"; readonly key: string }
  | { readonly type: "go"; readonly key: string; readonly by: 1 | -1; readonly cell: Cell | "edge" }
  | { readonly type: "add"; readonly kind: LigneKind }
  | { readonly type: "remove"; readonly key: string }
  | { readonly type: "undoRemove" }
  | { readonly type: "move"; readonly key: string; readonly by: number; readonly cell?: Cell }
  /** Dropped before the row now at `at`; past the last one, at the end. */
  | { readonly type: "moveTo"; readonly key: string; readonly at: number }
  | { readonly type: "askPaste"; readonly key: string; readonly table: PastedTable }
  | { readonly type: "cancelPaste" }
  | { readonly type: "paste"; readonly key: string; readonly lignes: readonly PastedLigne[] }
  | { readonly type: "undo" }
  | { readonly type: "redo" }
  | {
      readonly type: "restore";
      readonly facture: EditedFacture;
      /** What the server held when this was typed, and its version. */
      readonly base: FactureContent;
      readonly version: number;
    }
  | { readonly type: "focus"; readonly field: string }
  | SaveAction;

/** Everything the editor can do to a brouillon, as one pure function: no clock, no network, no DOM. */
export function editorReducer(state: EditorState, action: EditorAction): EditorState {
  if (action.type === "undo") return undone(state);
  if (action.type === "redo") return redone(state);
  if (action.type === "restore") return forgotten(touched(restored(state, action)));
  if (isSaveAction(action)) {
    const next = saveReducer(state, action);
    return next.facture === state.facture ? next : forgotten(next);
  }
  return remembered(state, edited(state, action), action);
}

function edited(
  state: EditorState,
  action: HeaderAction | LigneAction | { readonly type: "focus"; readonly field: string },
): EditorState {
  if (isHeaderAction(action)) return editHeader(state, action);
  return action.type === "focus" ? focusOn(state, action.field) : editLignes(state, action);
}

/** What this device kept, put back on the sheet; rows get keys of this page. */
function restored(
  state: EditorState,
  { facture, base, version }: Extract<EditorAction, { type: "restore" }>,
): EditorState {
  const lignes = facture.lignes.map((ligne, index) => ({
    ...ligne,
    key: `r${index}`,
    ajustements: ligne.ajustements.map((row, at) => ({ ...row, key: `r${index}a${at}` })),
  }));
  const ajustements = facture.ajustements.map((row, index) => ({ ...row, key: `b${index}` }));
  const kept = { ...facture, lignes, ajustements };
  return { ...state, facture: kept, base, version, open: null, focus: null };
}

type LigneAction = Exclude<
  EditorAction,
  HeaderAction | SaveAction | { type: "restore" | "focus" | "undo" | "redo" }
>;

function editLignes(state: EditorState, action: LigneAction): EditorState {
  switch (action.type) {
    case "cell":
      return touched({
        ...change(state, action.key, (ligne) => typeCell(ligne, action.cell, action.text)),
        removed: null,
        pasted: null,
      });
    case "settleCell":
      return change(state, action.key, (ligne) => settleCell(ligne, action.cell));
    case "suggestion":
      return touched(
        openAt(
          change(state, action.key, (ligne) => suggested(ligne, action.produit)),
          action.key,
          "quantity",
        ),
      );
    case "learnt":
      return touched(
        change(state, action.key, (ligne) => ({ ...ligne, produitId: action.produitId })),
      );
    case "open":
      return openAt(state, action.key, action.cell);
    case "close":
      return close(state);
    case "unfold":
      return openAt(state, action.key, "description");
    case "go":
      return go(state, action);
    case "add":
      return addAfterOpen(state, action.kind);
    case "remove":
      return remove(state, action.key);
    case "undoRemove":
      return undoRemove(state);
    case "move":
      return move(state, action);
    case "moveTo": {
      const from = indexOf(state, action.key);
      const by = action.at - from - (action.at > from ? 1 : 0);
      return by === 0 ? state : move(state, { type: "move", key: action.key, by });
    }
    case "askPaste":
      return { ...state, pasting: { key: action.key, table: action.table } };
    case "cancelPaste":
      return { ...state, pasting: null };
    case "paste":
      return paste(state, action.key, action.lignes);
  }
}

const indexOf = (state: EditorState, key: string) =>
  state.facture.lignes.findIndex((ligne) => ligne.key === key);

function change(
  state: EditorState,
  key: string,
  edit: (ligne: EditedLigne) => EditedLigne,
): EditorState {
  const lignes = state.facture.lignes.map((ligne) => (ligne.key === key ? edit(ligne) : ligne));
  return withLignes(state, lignes);
}

const isDetail = (cell: Cell) => !quickCells.some((quick) => quick === cell);

const hasDetails = ({ description, remise, ajustements }: EditedLigne) =>
  description !== "" || remise.typed !== "" || ajustements.length > 0;

/** Sections and texts have one cell only. */
function openAt(state: EditorState, key: string, cell: Cell): EditorState {
  const index = indexOf(state, key);
  const ligne = state.facture.lignes[index];
  if (!ligne) return state;
  const target = ligne.kind === "ligne" ? cell : "designation";
  const wasUnfolded = state.open?.key === key && state.open.isUnfolded;
  const isUnfolded = isDetail(target) || wasUnfolded || hasDetails(ligne);
  return { ...state, open: { key, isUnfolded }, focus: { field: cellField(index, target) } };
}

/** `lignes.3.ajustements.0.valeur` is the discount of the fourth row, or the first of the rows below it. */
function focusOn(state: EditorState, wanted: string): EditorState {
  const [, at] = /^lignes\.(\d+)\./.exec(wanted) ?? [];
  const owner = at === undefined ? undefined : state.facture.lignes[Number(at)];
  if (owner && ligneAjustementPaths(owner, Number(at)).some((one) => wanted.startsWith(`${one}.`)))
    return { ...openAt(state, owner.key, "remise"), focus: { field: wanted } };
  const field = wanted.replace(/^(lignes\.\d+)\.ajustements\.\d+\.\w+$/, "$1.remise");
  const [, index, cell] = /^lignes\.(\d+)\.(\w+)$/.exec(field) ?? [];
  const ligne = index === undefined ? undefined : state.facture.lignes[Number(index)];
  if (!ligne) return { ...state, focus: { field } };
  const known = [...quickCells, ...detailCells].find((name) => name === cell);
  return openAt(state, ligne.key, known ?? "designation");
}

/** The focus stays on the row. */
function close(state: EditorState): EditorState {
  const index = indexOf(state, state.open?.key ?? "");
  const focus = index < 0 ? null : { field: cellField(index, "designation") };
  return { ...state, open: null, focus };
}

/** Past the last cell of the last ligne a new one is born, unless that one is still blank. */
function go(state: EditorState, { key, by, cell }: Extract<LigneAction, { type: "go" }>) {
  const index = indexOf(state, key);
  const { lignes } = state.facture;
  const target = lignes[index + by];
  const at = cell === "edge" ? (by === 1 ? "designation" : "rate") : cell;
  if (target) return openAt(state, target.key, at);
  const here = lignes[index];
  if (by === -1 || !here || isBlank(here)) return state;
  const grown = insertLigne(state, "ligne", lignes.length);
  const last = grown.facture.lignes.at(-1);
  return last ? openAt(grown, last.key, at) : grown;
}

/** A new row comes after the one being typed; a blank last ligne becomes the section or text asked for. */
function addAfterOpen(state: EditorState, kind: LigneKind): EditorState {
  const { lignes } = state.facture;
  const last = lignes.at(-1);
  const isSpare = last !== undefined && isBlank(last);
  const at = isSpare ? lignes.length - 1 : lignes.length;
  const base = isSpare ? withLignes(state, lignes.slice(0, -1)) : state;
  const grown = insertLigne(base, kind, at);
  const added = grown.facture.lignes[at];
  return added ? touched(openAt(grown, added.key, "designation")) : grown;
}

function remove(state: EditorState, key: string): EditorState {
  const index = indexOf(state, key);
  const ligne = state.facture.lignes[index];
  if (!ligne) return state;
  const without = withLignes(state, state.facture.lignes.toSpliced(index, 1));
  const full = without.facture.lignes.length > 0 ? without : insertLigne(without, "ligne", 0);
  const next = full.facture.lignes[Math.min(index, full.facture.lignes.length - 1)];
  const moved = next ? openAt(full, next.key, "designation") : full;
  return touched({ ...moved, removed: isBlank(ligne) ? state.removed : { ligne, index } });
}

function undoRemove(state: EditorState): EditorState {
  if (!state.removed) return state;
  const { ligne, index } = state.removed;
  const back = withLignes(state, state.facture.lignes.toSpliced(index, 0, ligne));
  return touched({ ...openAt(back, ligne.key, "designation"), removed: null });
}

/** The ligne moves with the cell that had the focus. */
function move(
  state: EditorState,
  { key, by, cell = "designation" }: Extract<LigneAction, { type: "move" }>,
): EditorState {
  const index = indexOf(state, key);
  const ligne = state.facture.lignes[index];
  const target = index + by;
  if (!ligne || target < 0 || target >= state.facture.lignes.length) return state;
  const lignes = state.facture.lignes.toSpliced(index, 1).toSpliced(target, 0, ligne);
  return touched({
    ...withLignes(state, lignes),
    focus: { field: cellField(target, cell) },
    removed: null,
  });
}

/** Rows of a spreadsheet take the place of a blank ligne, or come after the one being typed. */
function paste(state: EditorState, key: string, rows: readonly PastedLigne[]): EditorState {
  const index = indexOf(state, key);
  const here = state.facture.lignes[index];
  if (!here || rows.length === 0) return state;
  const start = isBlank(here) ? index : index + 1;
  let grown = isBlank(here) ? withLignes(state, state.facture.lignes.toSpliced(index, 1)) : state;
  for (const [offset, row] of rows.entries()) {
    grown = insertLigne(grown, row.kind, start + offset);
    grown = change(grown, `n${grown.nextKey - 1}`, (ligne) => pastedLigne(ligne, row));
  }
  const last = grown.facture.lignes[start + rows.length - 1];
  const shown = last ? openAt(grown, last.key, "rate") : grown;
  return touched({ ...shown, pasting: null, pasted: rows.length, removed: null });
}
