import { dueOn } from "#server/domain/echeance";
import type { Ajustement, Echeance, Operation } from "#server/domain/facture";
import { ajustementPaths, type EditedAjustement } from "./edited-ajustement";
import { ligneAjustementPaths } from "./edited-facture";
import { editedDay, editedRemise, settled, typeDay, typeRemise } from "./edited-number";
import { emptyShipTo, type ShipToField } from "./edited-ship-to";
import { type EditorState, touched } from "./editor-state";

type HeaderText = "subject" | "purchaseOrder" | "buyerReference" | "note" | "exemptionArticle";
type Sens = Ajustement["sens"];

export type HeaderAction =
  | { readonly type: "header"; readonly field: HeaderText; readonly text: string }
  | { readonly type: "client"; readonly clientId: string }
  | { readonly type: "operation"; readonly operation: Operation }
  | { readonly type: "deliveredOn" | "dueOn"; readonly text: string; readonly today: string }
  | { readonly type: "echeance"; readonly echeance: Echeance }
  /** On that ligne; on the whole document without. */
  | { readonly type: "addAjustement"; readonly sens: Sens; readonly ligne?: string }
  | {
      readonly type: "ajustement";
      readonly key: string;
      readonly cell: "valeur" | "motif";
      readonly text: string;
    }
  | { readonly type: "removeAjustement"; readonly key: string }
  | { readonly type: "shipTo"; readonly field: ShipToField; readonly text: string }
  | { readonly type: "noShipTo" }
  | { readonly type: "settleHeader" };

const headerTypes: readonly string[] = [
  "header",
  "client",
  "operation",
  "deliveredOn",
  "dueOn",
  "echeance",
  "addAjustement",
  "ajustement",
  "removeAjustement",
  "shipTo",
  "noShipTo",
  "settleHeader",
] satisfies HeaderAction["type"][];

export const isHeaderAction = (action: { readonly type: string }): action is HeaderAction =>
  headerTypes.includes(action.type);

/** Everything around the lignes: client, days, references, discounts and charges of the whole, delivery. */
export function editHeader(state: EditorState, action: HeaderAction): EditorState {
  const { facture } = state;
  switch (action.type) {
    case "header":
      return touched(header(state, { [action.field]: action.text }));
    case "client":
      return touched(header(state, { clientId: action.clientId }));
    case "operation":
      return touched(header(state, { operation: action.operation }));
    case "deliveredOn":
      return touched(
        header(state, { deliveredOn: typeDay(facture.deliveredOn, action.text, action.today) }),
      );
    case "dueOn":
      return touched(header(state, typeDueOn(state, action.text, action.today)));
    case "echeance":
      return touched(header(state, { echeance: action.echeance, dueOn: editedDay(null) }));
    case "shipTo":
      return touched(header(state, { shipTo: { ...facture.shipTo, [action.field]: action.text } }));
    case "noShipTo":
      return touched(header(state, { shipTo: emptyShipTo }));
    case "settleHeader":
      return settle(state);
    default:
      return editAjustements(state, action);
  }
}

type AjustementAction = Extract<
  HeaderAction,
  { type: "addAjustement" | "ajustement" | "removeAjustement" }
>;

function editAjustements(state: EditorState, action: AjustementAction): EditorState {
  switch (action.type) {
    case "addAjustement":
      return action.ligne === undefined
        ? addAjustement(state, action.sens)
        : addToLigne(state, action.ligne, action.sens);
    case "removeAjustement":
      return touched(changeRow(state, action.key, () => []));
    case "ajustement":
      return touched(
        changeRow(state, action.key, (row) => [typeAjustement(row, action.cell, action.text)]),
      );
  }
}

/** Wherever the row is: of the document or of a ligne, its key is nobody else's. */
function changeRow(
  state: EditorState,
  key: string,
  edit: (row: EditedAjustement) => readonly EditedAjustement[],
): EditorState {
  const { ajustements, lignes } = state.facture;
  const edited = (rows: readonly EditedAjustement[]) =>
    rows.flatMap((row) => (row.key === key ? edit(row) : [row]));
  return header(state, {
    ajustements: edited(ajustements),
    lignes: lignes.map((ligne) =>
      ligne.ajustements.some((row) => row.key === key)
        ? { ...ligne, ajustements: edited(ligne.ajustements) }
        : ligne,
    ),
  });
}

/** The row is empty, so it changes nothing yet; its value is to be typed at once. */
function addAjustement(state: EditorState, sens: Sens): EditorState {
  const ajustements = [...state.facture.ajustements, emptyRow(state, sens)];
  const grown = { ...header(state, { ajustements }), nextKey: state.nextKey + 1 };
  return { ...grown, focus: { field: `${ajustementPaths(ajustements).at(-1)}.valeur` } };
}

function addToLigne(state: EditorState, key: string, sens: Sens): EditorState {
  const index = state.facture.lignes.findIndex((ligne) => ligne.key === key);
  const ligne = state.facture.lignes[index];
  if (!ligne) return state;
  const grown = { ...ligne, ajustements: [...ligne.ajustements, emptyRow(state, sens)] };
  const lignes = state.facture.lignes.with(index, grown);
  const field = `${ligneAjustementPaths(grown, index).at(-1)}.valeur`;
  return { ...header(state, { lignes }), nextKey: state.nextKey + 1, focus: { field } };
}

const emptyRow = ({ nextKey }: EditorState, sens: Sens): EditedAjustement => ({
  key: `a${nextKey}`,
  sens,
  valeur: editedRemise(null),
  motif: "",
});

const settledRow = (row: EditedAjustement): EditedAjustement => ({
  ...row,
  valeur: settled(row.valeur, editedRemise),
});

const typeAjustement = (
  row: EditedAjustement,
  cell: "valeur" | "motif",
  text: string,
): EditedAjustement =>
  cell === "motif"
    ? { ...row, motif: text }
    : { ...row, valeur: typeRemise(row.valeur, text, row.sens) };

function settle(state: EditorState): EditorState {
  const { facture } = state;
  return header(state, {
    ajustements: facture.ajustements.map(settledRow),
    lignes: facture.lignes.map((ligne) =>
      ligne.ajustements.length === 0
        ? ligne
        : { ...ligne, ajustements: ligne.ajustements.map(settledRow) },
    ),
    deliveredOn: settled(facture.deliveredOn, editedDay),
    dueOn: settled(facture.dueOn, editedDay),
  });
}

const header = (state: EditorState, change: Partial<EditorState["facture"]>): EditorState => ({
  ...state,
  facture: { ...state.facture, ...change },
});

/** Typing a date turns the échéance into that date; the text of the other modes is only a consequence. */
function typeDueOn({ facture }: EditorState, text: string, today: string) {
  const typed = typeDay(facture.dueOn, text, today);
  const on = typed.isRead ? typed.value : null;
  return { dueOn: typed, echeance: on ? ({ mode: "date", on } as const) : facture.echeance };
}

/** What the date field shows: what is typed, else the day the terms lead to. */
export function dueOnShown(
  { dueOn: typed, echeance }: Pick<EditorState["facture"], "dueOn" | "echeance">,
  today: string,
) {
  return typed.typed === "" ? editedDay(dueOn(echeance, today)).typed : typed.typed;
}
