import { isSameContent } from "./draft-backup";
import { contentOf, type EditedFacture, unreadTexts } from "./edited-facture";
import type { EditorAction } from "./editor-reducer";
import { cellField, type EditorState, touched } from "./editor-state";
import { type History, noHistory, type Place, type Step } from "./history";

const mostSteps = 200;

/** Remembers what the sheet was before `action`, where it changed what is written. */
export function remembered(
  before: EditorState,
  after: EditorState,
  action: EditorAction,
): EditorState {
  if (after.facture === before.facture || after.revision === before.revision) return after;
  const place = placeOf(action);
  const tag = tagOf(action);
  const { past } = before.history;
  const goesOn = tag !== null && past.at(-1)?.tag === tag;
  const step = { facture: before.facture, place, tag };
  return {
    ...after,
    history: { past: goesOn ? past : [...past, step].slice(-mostSteps), future: [] },
  };
}

/** A colleague's words came in: undoing must not take them away. */
export const forgotten = (state: EditorState): EditorState => ({ ...state, history: noHistory });

export const undone = (state: EditorState): EditorState => stepTo(state, "past", "future");
export const redone = (state: EditorState): EditorState => stepTo(state, "future", "past");

type Side = keyof History;

/** Steps that change nothing any more (the field's own undo went there first) are passed over. */
function stepTo(state: EditorState, from: Side, to: Side): EditorState {
  const steps = state.history[from];
  const at = steps.findLastIndex(({ facture }) => !isSame(facture, state.facture));
  const step = steps[at];
  if (!step) return { ...state, history: { ...state.history, [from]: [] } };
  const back: Step = { facture: state.facture, place: step.place, tag: null };
  const history = {
    [from]: steps.slice(0, at),
    [to]: [...state.history[to], back],
  } as unknown as History;
  return touched({
    ...state,
    history,
    facture: step.facture,
    removed: null,
    pasted: null,
    ...focusOf(step, state),
  });
}

const isSame = (a: EditedFacture, b: EditedFacture) =>
  a.lignes.length === b.lignes.length &&
  isSameContent(contentOf(a), contentOf(b)) &&
  unreadTexts(a) === unreadTexts(b);

function focusOf({ facture, place }: Step, { open }: EditorState) {
  const isThere = (key: string | undefined) => facture.lignes.some((ligne) => ligne.key === key);
  if (!place?.key)
    return { open: isThere(open?.key) ? open : null, focus: place && { field: place.field } };
  const index = facture.lignes.findIndex(({ key }) => key === place.key);
  const ligne = facture.lignes[index];
  if (!ligne) return { open: null, focus: { field: cellField(0, "designation") } };
  const isQuick = ["designation", "quantity", "unit", "unitPriceHt", "rate"].includes(place.field);
  const cell = ligne.kind === "ligne" ? place.field : "designation";
  return {
    open: { key: ligne.key, isUnfolded: !isQuick },
    focus: { field: `lignes.${index}.${cell}` },
  };
}

function placeOf(action: EditorAction): Place | null {
  switch (action.type) {
    case "cell":
      return { key: action.key, field: action.cell };
    case "suggestion":
    case "remove":
    case "move":
    case "moveTo":
    case "paste":
      return { key: action.key, field: "designation" };
    case "header":
    case "deliveredOn":
      return { field: action.type === "header" ? action.field : "deliveredOn" };
    case "dueOn":
    case "echeance":
      return { field: "echeance" };
    case "client":
      return { field: "client" };
    case "shipTo":
      return { field: `shipTo.${action.field}` };
    default:
      return null;
  }
}

function tagOf(action: EditorAction): string | null {
  switch (action.type) {
    case "cell":
    case "ajustement":
      return `${action.key} ${action.cell}`;
    case "header":
    case "shipTo":
      return `${action.type} ${action.field}`;
    case "deliveredOn":
    case "dueOn":
      return action.type;
    default:
      return null;
  }
}
