import type { FactureContent } from "#server/domain/facture";
import type { Failure } from "../../trpc";
import { contentOf } from "./edited-facture";
import { type EditorState, editorState, type Theirs } from "./editor-state";

export type SaveAction =
  | { readonly type: "saving" }
  | {
      readonly type: "saved";
      readonly revision: number;
      readonly version: number;
      readonly at: number;
    }
  | { readonly type: "unsaved"; readonly failure: Failure; readonly at: number }
  | { readonly type: "conflict"; readonly theirs: Theirs }
  | { readonly type: "keepMine" }
  | { readonly type: "takeTheirs"; readonly at: number }
  | { readonly type: "takeBack" }
  /** Another page saved this brouillon while nothing was being typed here. */
  | { readonly type: "refreshed"; readonly theirs: Theirs; readonly at: number };

/** The dialogue with the server: what is acknowledged, what waits, what two people wrote at once. */
export function saveReducer(state: EditorState, action: SaveAction): EditorState {
  switch (action.type) {
    case "saving":
      return { ...state, save: { kind: "saving" } };
    case "saved":
      return saved(state, action);
    case "unsaved":
      return { ...state, save: unsaved(action) };
    case "conflict":
      return { ...state, save: { kind: "conflict", theirs: action.theirs } };
    case "keepMine":
      return keepMine(state);
    case "takeTheirs":
      return takeTheirs(state, action.at);
    case "takeBack":
      return takeBack(state);
    case "refreshed":
      return refreshed(state, action);
  }
}

const unsaved = ({ failure, at }: Extract<SaveAction, { type: "unsaved" }>) =>
  failure.offline ? ({ kind: "offline", at } as const) : ({ kind: "refused", failure } as const);

/** What was typed while the save travelled is still to be saved. */
function saved(
  state: EditorState,
  { revision, version, at }: Extract<SaveAction, { type: "saved" }>,
): EditorState {
  const isCurrent = revision === state.revision;
  return {
    ...state,
    version,
    savedRevision: revision,
    save: isCurrent ? { kind: "saved", at } : { kind: "dirty" },
  };
}

/** Their version becomes the base, ours the content: the next save writes over knowingly. */
function keepMine(state: EditorState): EditorState {
  if (state.save.kind !== "conflict") return state;
  const { version } = state.save.theirs;
  return { ...state, version, revision: state.revision + 1, save: { kind: "dirty" } };
}

function takeTheirs(state: EditorState, at: number): EditorState {
  if (state.save.kind !== "conflict") return state;
  const { content, version } = state.save.theirs;
  const setAside = contentOf(state.facture);
  const revision = state.revision + 1;
  return {
    ...adopt(state, content),
    setAside,
    version,
    revision,
    savedRevision: revision,
    save: { kind: "saved", at },
  };
}

function takeBack(state: EditorState): EditorState {
  if (!state.setAside) return state;
  const back = adopt(state, state.setAside);
  return { ...back, setAside: null, revision: state.revision + 1, save: { kind: "dirty" } };
}

function refreshed(
  state: EditorState,
  { theirs, at }: Extract<SaveAction, { type: "refreshed" }>,
): EditorState {
  if (theirs.version <= state.version || state.revision !== state.savedRevision) return state;
  return { ...adopt(state, theirs.content), version: theirs.version, save: { kind: "saved", at } };
}

/** The same page on another content: rows get new keys, nothing is open. */
function adopt(state: EditorState, content: FactureContent): EditorState {
  const fresh = editorState({
    content,
    version: state.version,
    savedAt: null,
    defaultRate: state.defaultRate,
  });
  const { open, nextKey } = fresh;
  return { ...state, facture: fresh.facture, open, nextKey, focus: null, removed: null };
}
