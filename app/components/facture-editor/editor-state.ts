import type { FactureContent, LigneKind } from "#server/domain/facture";
import type { Failure } from "../../trpc";
import { type EditedFacture, type EditedLigne, editedFacture } from "./edited-facture";
import { type History, noHistory } from "./history";
import type { PastedTable } from "./pasted-lignes";

/** Cells of a ligne in the order of Tab; the others show when the ligne is unfolded. */
export const quickCells = ["designation", "quantity", "unit", "unitPriceHt", "rate"] as const;
export const detailCells = ["description", "nature", "remise", "remiseMotif"] as const;
export type Cell = (typeof quickCells)[number] | (typeof detailCells)[number];

/** A colleague's state of the same brouillon. */
export type Theirs = {
  readonly content: FactureContent;
  readonly version: number;
  readonly byNom: string;
};

export type Save =
  | { readonly kind: "saved"; readonly at: number | null }
  | { readonly kind: "dirty" }
  | { readonly kind: "saving" }
  /** Kept on this device; `at` is when. */
  | { readonly kind: "offline"; readonly at: number }
  | { readonly kind: "refused"; readonly failure: Failure }
  | { readonly kind: "conflict"; readonly theirs: Theirs };

export type EditorState = {
  readonly facture: EditedFacture;
  /** The ligne showing its cells; the others are read as text. */
  readonly open: { readonly key: string; readonly isUnfolded: boolean } | null;
  /** Where the focus must go; a new object each time it must move. */
  readonly focus: { readonly field: string } | null;
  /** Grows with each change to the content. */
  readonly revision: number;
  /** Last revision the server has acknowledged, and the version it gave. */
  readonly savedRevision: number;
  readonly version: number;
  /** What the server held at that version: two people's work is put together from it. */
  readonly base: FactureContent;
  /** Who else's work was just put together with this page's. */
  readonly mergedWith: string | null;
  readonly save: Save;
  readonly history: History;
  /** The row just deleted, until something else is typed in the table. */
  readonly removed: { readonly ligne: EditedLigne; readonly index: number } | null;
  /** Rows of a spreadsheet waiting for a yes, some of their cells unread. */
  readonly pasting: { readonly key: string; readonly table: PastedTable } | null;
  /** How many rows were just pasted, until something else is typed in the table. */
  readonly pasted: number | null;
  /** What « prendre la version de… » put aside. */
  readonly setAside: FactureContent | null;
  readonly nextKey: number;
  /** What a new ligne starts from when there is none before it. */
  readonly defaultRate: number;
};

export type EditorSeed = {
  readonly content: FactureContent;
  readonly version: number;
  readonly savedAt: number | null;
  readonly defaultRate: number;
};

/** A sheet always ends with a row to write in. */
export function editorState({ content, version, savedAt, defaultRate }: EditorSeed): EditorState {
  const state: EditorState = {
    facture: editedFacture(content),
    open: null,
    focus: null,
    revision: 0,
    savedRevision: 0,
    version,
    base: content,
    mergedWith: null,
    save: { kind: "saved", at: savedAt },
    history: noHistory,
    removed: null,
    pasting: null,
    pasted: null,
    setAside: null,
    nextKey: 0,
    defaultRate,
  };
  return content.lignes.length > 0 ? state : openLast(appendLigne(state, "ligne"));
}

/** The content changed: it must be saved. A conflict stays until the person has chosen. */
export function touched(state: EditorState): EditorState {
  const save = state.save.kind === "conflict" ? state.save : ({ kind: "dirty" } as const);
  return { ...state, revision: state.revision + 1, save };
}

/** Path of a cell, as the checks name it: `lignes.3.quantity`. */
export const cellField = (index: number, cell: Cell) => `lignes.${index}.${cell}`;

const emptyCell = <T>(typed: string, value: T) => ({ typed, value, isRead: true });

/** A new row takes the rate and the nature of the last ligne: a facture rarely changes them. */
function blankLigne(state: EditorState, kind: LigneKind, before: number): EditedLigne {
  const model = state.facture.lignes.slice(0, before).findLast((ligne) => ligne.kind === "ligne");
  return {
    key: `n${state.nextKey}`,
    kind,
    designation: "",
    description: "",
    quantity: kind === "ligne" ? emptyCell("1", 10_000) : emptyCell("", 0),
    unit: "C62",
    unitPriceHt: emptyCell("", 0),
    rate: model?.rate ?? state.defaultRate,
    nature: model?.nature ?? "service",
    remise: emptyCell("", null),
    remiseMotif: "",
    ajustements: [],
    produitId: null,
  };
}

export function withLignes(state: EditorState, lignes: readonly EditedLigne[]): EditorState {
  return { ...state, facture: { ...state.facture, lignes } };
}

export function insertLigne(state: EditorState, kind: LigneKind, at: number): EditorState {
  const ligne = blankLigne(state, kind, at);
  const lignes = state.facture.lignes.toSpliced(at, 0, ligne);
  return { ...withLignes(state, lignes), nextKey: state.nextKey + 1 };
}

const appendLigne = (state: EditorState, kind: LigneKind) =>
  insertLigne(state, kind, state.facture.lignes.length);

function openLast(state: EditorState): EditorState {
  const last = state.facture.lignes.at(-1);
  return { ...state, open: last ? { key: last.key, isUnfolded: false } : null };
}
