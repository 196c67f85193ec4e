import type {
  Ajustement,
  Echeance,
  FactureContent,
  LigneDraft,
  LigneKind,
  Nature,
} from "#server/domain/facture";
import {
  type Edited,
  type EditedRemise,
  editedDay,
  editedPrice,
  editedQuantity,
  editedRemise,
} from "./edited-number";

/** A row of the sheet being typed. `key` lives in the page only: it follows the row when it moves. */
export type EditedLigne = {
  readonly key: string;
  readonly kind: LigneKind;
  readonly designation: string;
  readonly description: string;
  readonly quantity: Edited<number>;
  readonly unit: string;
  readonly unitPriceHt: Edited<number>;
  readonly rate: number;
  readonly nature: Nature;
  readonly remise: EditedRemise;
  readonly remiseMotif: string;
  /** Charges and further discounts the sheet shows but does not edit; kept as they are. */
  readonly otherAjustements: readonly Ajustement[];
  readonly produitId: string | null;
};

/** A brouillon as the page holds it: texts as typed, lignes with a key. */
export type EditedFacture = Pick<
  FactureContent,
  | "clientId"
  | "subject"
  | "purchaseOrder"
  | "buyerReference"
  | "operation"
  | "exemptionArticle"
  | "shipTo"
  | "note"
> & {
  readonly deliveredOn: Edited<string | null>;
  readonly echeance: Echeance;
  /** What is typed beside « À une date ». */
  readonly dueOn: Edited<string | null>;
  readonly lignes: readonly EditedLigne[];
  readonly remise: EditedRemise;
  readonly remiseMotif: string;
  readonly otherAjustements: readonly Ajustement[];
};

/** The first discount is the one the sheet edits; the rest travels untouched. */
function splitRemise(ajustements: readonly Ajustement[]) {
  const at = ajustements.findIndex(({ sens }) => sens === "remise");
  return {
    remise: ajustements[at] ?? null,
    others: ajustements.filter((_, index) => index !== at),
  };
}

function editedLigne(ligne: LigneDraft, key: string): EditedLigne {
  const { quantity, unitPriceHt, ajustements, ...rest } = ligne;
  const { remise, others } = splitRemise(ajustements);
  return {
    ...rest,
    key,
    quantity: editedQuantity(quantity),
    unitPriceHt: editedPrice(unitPriceHt),
    remise: editedRemise(remise),
    remiseMotif: motifOf(remise),
    otherAjustements: others,
  };
}

const motifOf = (remise: Ajustement | null) =>
  remise === null || remise.motif === "Remise" ? "" : remise.motif;

export function editedFacture(content: FactureContent): EditedFacture {
  const { deliveredOn, lignes, ajustements, ...rest } = content;
  const { remise, others } = splitRemise(ajustements);
  return {
    ...rest,
    deliveredOn: editedDay(deliveredOn),
    dueOn: editedDay(content.echeance.mode === "date" ? content.echeance.on : null),
    lignes: lignes.map((ligne, index) => editedLigne(ligne, `s${index}`)),
    remise: editedRemise(remise),
    remiseMotif: motifOf(remise),
    otherAjustements: others,
  };
}

/** A discount says why on the document (BR-33, BR-42): « Remise » unless something better is typed. */
const remiseOf = (remise: EditedRemise, motif: string): Ajustement[] =>
  remise.value && remise.value.valeur > 0
    ? [{ sens: "remise", ...remise.value, motif: motif.trim() || "Remise" }]
    : [];

/** A row nobody has written in: ignored at the end of the sheet (it waits for the next ligne). */
export const isBlank = ({ designation, description, unitPriceHt, produitId }: EditedLigne) =>
  designation.trim() === "" &&
  description.trim() === "" &&
  unitPriceHt.typed.trim() === "" &&
  produitId === null;

/** Rows that count: without the blank ones at the end. */
function writtenLignes(lignes: readonly EditedLigne[]): readonly EditedLigne[] {
  let end = lignes.length;
  for (let last = lignes[end - 1]; last && isBlank(last); last = lignes[end - 1]) end -= 1;
  return lignes.slice(0, end);
}

function ligneDraft(ligne: EditedLigne): LigneDraft {
  const { kind, unit, rate, nature, produitId } = ligne;
  return {
    kind,
    designation: ligne.designation.trim(),
    description: ligne.description.trim(),
    quantity: ligne.quantity.value,
    unit,
    unitPriceHt: ligne.unitPriceHt.value,
    rate,
    nature,
    ajustements: [...remiseOf(ligne.remise, ligne.remiseMotif), ...ligne.otherAjustements],
    produitId,
  };
}

/** What autosave sends and what the engine computes on. */
export function contentOf(edited: EditedFacture): FactureContent {
  const { deliveredOn, dueOn: _, lignes, remise, remiseMotif, otherAjustements, ...rest } = edited;
  return {
    ...rest,
    subject: edited.subject.trim(),
    purchaseOrder: edited.purchaseOrder.trim(),
    buyerReference: edited.buyerReference.trim(),
    note: edited.note.trim(),
    deliveredOn: deliveredOn.value,
    lignes: writtenLignes(lignes).map(ligneDraft),
    ajustements: [...remiseOf(remise, remiseMotif), ...otherAjustements],
  };
}
