import type {
  Ajustement,
  Echeance,
  FactureContent,
  LigneDraft,
  LigneKind,
  Nature,
} from "#server/domain/facture";
import {
  ajustementOf,
  ajustementPaths,
  type EditedAjustement,
  editedAjustement,
  typedMotif,
} from "./edited-ajustement";
import {
  type Edited,
  type EditedRemise,
  editedDay,
  editedPrice,
  editedQuantity,
  editedRemise,
} from "./edited-number";
import { type EditedShipTo, emptyShipTo, shipToOf } from "./edited-ship-to";

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
  /** Charges, and the discounts after the first. */
  readonly ajustements: readonly EditedAjustement[];
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
  | "note"
> & {
  readonly deliveredOn: Edited<string | null>;
  readonly echeance: Echeance;
  /** What is typed beside « À une date ». */
  readonly dueOn: Edited<string | null>;
  readonly shipTo: EditedShipTo;
  readonly lignes: readonly EditedLigne[];
  readonly ajustements: readonly EditedAjustement[];
};

/** The first discount has its own cell; the rest are rows below it. */
function splitRemise(ajustements: readonly Ajustement[]) {
  const at = ajustements.findIndex(({ sens }) => sens === "remise");
  return {
    remise: ajustements[at] ?? null,
    others: ajustements.filter((_, index) => index !== at),
  };
}

export function editedLigne(ligne: LigneDraft, key: string): EditedLigne {
  const { quantity, unitPriceHt, ajustements, ...rest } = ligne;
  const { remise, others } = splitRemise(ajustements);
  return {
    ...rest,
    key,
    quantity: editedQuantity(quantity),
    unitPriceHt: editedPrice(unitPriceHt),
    remise: editedRemise(remise),
    remiseMotif: remise ? typedMotif(remise) : "",
    ajustements: others.map((one, index) => editedAjustement(one, `${key}a${index}`)),
  };
}

export function editedFacture(content: FactureContent): EditedFacture {
  const { deliveredOn, lignes, ajustements, shipTo, ...rest } = content;
  return {
    ...rest,
    deliveredOn: editedDay(deliveredOn),
    dueOn: editedDay(content.echeance.mode === "date" ? content.echeance.on : null),
    shipTo: shipTo ?? emptyShipTo,
    lignes: lignes.map((ligne, index) => editedLigne(ligne, `s${index}`)),
    ajustements: ajustements.map((one, index) => editedAjustement(one, `t${index}`)),
  };
}

/** A row nobody has written in: ignored at the end of the sheet (it waits for the next ligne). A subtotal says something as it is. */
export const isBlank = ({ kind, designation, description, unitPriceHt, produitId }: EditedLigne) =>
  kind !== "sous_total" &&
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

const remiseOf = ({ remise, remiseMotif }: EditedLigne) =>
  ajustementOf({ sens: "remise", valeur: remise, motif: remiseMotif });

/** Path of each row of a ligne as the checks name it, the discount of its cell counted first. */
export const ligneAjustementPaths = (ligne: EditedLigne, index: number) =>
  ajustementPaths(ligne.ajustements, `lignes.${index}.`, remiseOf(ligne).length);

/** A row never changes, another takes its place: a key typed in one reads that one anew, not the others. */
const drafts = new WeakMap<EditedLigne, LigneDraft>();

export function ligneDraft(ligne: EditedLigne): LigneDraft {
  const known = drafts.get(ligne) ?? readDraft(ligne);
  drafts.set(ligne, known);
  return known;
}

function readDraft(ligne: EditedLigne): LigneDraft {
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
    ajustements: [...remiseOf(ligne), ...ligne.ajustements.flatMap(ajustementOf)],
    produitId,
  };
}

/** What autosave sends and what the engine computes on. */
export function contentOf(edited: EditedFacture): FactureContent {
  const { deliveredOn, dueOn: _, shipTo, lignes, ajustements, ...rest } = edited;
  return {
    ...rest,
    subject: edited.subject.trim(),
    purchaseOrder: edited.purchaseOrder.trim(),
    buyerReference: edited.buyerReference.trim(),
    note: edited.note.trim(),
    deliveredOn: deliveredOn.value,
    lignes: writtenLignes(lignes).map(ligneDraft),
    shipTo: shipToOf(shipTo),
    ajustements: ajustements.flatMap(ajustementOf),
  };
}

/** What is typed and cannot be read, each with its place: it is no part of the content, and it is not lost either. */
export const unreadTexts = ({ deliveredOn, dueOn, lignes, ajustements }: EditedFacture): string =>
  JSON.stringify(
    [
      deliveredOn,
      dueOn,
      ...ajustements.map(({ valeur }) => valeur),
      ...lignes.flatMap((ligne) => [
        ligne.quantity,
        ligne.unitPriceHt,
        ligne.remise,
        ...ligne.ajustements.map(({ valeur }) => valeur),
      ]),
    ].flatMap(({ typed, isRead }, place) => (isRead ? [] : [[place, typed]])),
  );
