import type { FactureContent } from "#server/domain/facture";
import type { Failure } from "../../trpc";
import { adoptContent } from "./adopt-content";
import { contentOf } from "./edited-facture";
import type { EditorState, Theirs } from "./editor-state";
import { mergeContents } from "./merge-contents";

export type SaveAction =
  | { readonly type: "saving" }
  | {
      readonly type: "saved";
      readonly revision: number;
      readonly version: number;
      /** What was sent, hence what the server now holds. */
      readonly content: FactureContent;
      readonly at: number;
    }
  | { readonly type: "unsaved"; readonly failure: Failure; readonly at: number }
  | { readonly type: "conflict"; readonly theirs: Theirs }
  | { readonly type: "mergeSeen" }
  | { readonly type: "keepMine" }
  | { readonly type: "takeTheirs"; readonly at: number }
  | { readonly type: "takeBack" }
  /** Another page saved this brouillon while nothing was being typed here. */
  | { readonly type: "refreshed"; readonly theirs: Theirs; readonly at: number };

const saveTypes: readonly string[] = [
  "saving",
  "saved",
  "unsaved",
  "conflict",
  "mergeSeen",
  "keepMine",
  "takeTheirs",
  "takeBack",
  "refreshed",
] satisfies SaveAction["type"][];

export const isSaveAction = (action: { readonly type: string }): action is SaveAction =>
  saveTypes.includes(action.type);

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
      return merged(state, action.theirs);
    case "mergeSeen":
      return { ...state, mergedWith: null };
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
  { revision, version, content, at }: Extract<SaveAction, { type: "saved" }>,
): EditorState {
  const isCurrent = revision === state.revision;
  return {
    ...state,
    version,
    base: content,
    savedRevision: revision,
    save: isCurrent ? { kind: "saved", at } : { kind: "dirty" },
  };
}

/** Written in different places, both stand, and the next save says so; in the same place, the person chooses. */
function merged(state: EditorState, theirs: Theirs): EditorState {
  const mine = contentOf(state.facture);
  const content = mergeContents({ base: state.base, mine, theirs: theirs.content });
  if (!content) return { ...state, save: { kind: "conflict", theirs } };
  return {
    ...adoptContent(state, content),
    version: theirs.version,
    base: theirs.content,
    mergedWith: theirs.byNom,
    revision: state.revision + 1,
    save: { kind: "dirty" },
  };
}

/** Their version becomes the base, ours the content: the next save writes over knowingly. */
function keepMine(state: EditorState): EditorState {
  if (state.save.kind !== "conflict") return state;
  const { version, content: base } = state.save.theirs;
  return { ...state, version, base, revision: state.revision + 1, save: { kind: "dirty" } };
}

function takeTheirs(state: EditorState, at: number): EditorState {
  if (state.save.kind !== "conflict") return state;
  const { content, version } = state.save.theirs;
  const setAside = contentOf(state.facture);
  const revision = state.revision + 1;
  return {
    ...adoptContent(state, content),
    setAside,
    version,
    base: content,
    revision,
    savedRevision: revision,
    save: { kind: "saved", at },
  };
}

function takeBack(state: EditorState): EditorState {
  if (!state.setAside) return state;
  const back = adoptContent(state, state.setAside);
  return { ...back, setAside: null, revision: state.revision + 1, save: { kind: "dirty" } };
}

function refreshed(
  state: EditorState,
  { theirs, at }: Extract<SaveAction, { type: "refreshed" }>,
): EditorState {
  if (theirs.version <= state.version || state.revision !== state.savedRevision) return state;
  const { content, version } = theirs;
  return { ...adoptContent(state, content), version, base: content, save: { kind: "saved", at } };
}
