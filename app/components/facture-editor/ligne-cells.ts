import type { Nature } from "#server/domain/facture";
import type { EditedLigne } from "./edited-facture";
import {
  editedPrice,
  editedQuantity,
  editedRemise,
  settled,
  typePrice,
  typeQuantity,
  typeRemise,
} from "./edited-number";
import type { Cell } from "./editor-state";

/** What a produit brings to a ligne, which then lives its own life. */
export type LigneSuggestion = {
  readonly id: string;
  readonly designation: string;
  readonly description: string;
  readonly unit: string;
  readonly unitPriceHt: number;
  readonly rate: number;
  readonly nature: Nature;
};

export function typeCell(ligne: EditedLigne, cell: Cell, text: string): EditedLigne {
  switch (cell) {
    case "quantity":
      return { ...ligne, quantity: typeQuantity(ligne.quantity, text) };
    case "unitPriceHt":
      return { ...ligne, unitPriceHt: typePrice(ligne.unitPriceHt, text) };
    case "remise":
      return { ...ligne, remise: typeRemise(ligne.remise, text) };
    case "rate":
      return { ...ligne, rate: Number(text) };
    case "nature":
      return { ...ligne, nature: text === "bien" ? "bien" : "service" };
    case "designation":
      // Rewriting the whole text is another thing than the produit it came from.
      return { ...ligne, designation: text, produitId: text === "" ? null : ligne.produitId };
    default:
      return { ...ligne, [cell]: text };
  }
}

export function settleCell(ligne: EditedLigne, cell: Cell): EditedLigne {
  switch (cell) {
    case "quantity":
      return { ...ligne, quantity: settled(ligne.quantity, editedQuantity) };
    case "unitPriceHt":
      return { ...ligne, unitPriceHt: settledPrice(ligne) };
    case "remise":
      return { ...ligne, remise: settled(ligne.remise, editedRemise) };
    default:
      return ligne;
  }
}

/** A price left empty stays empty; a typed zero is a gift and is written. */
function settledPrice({ unitPriceHt }: EditedLigne) {
  if (unitPriceHt.typed.trim() === "" || !unitPriceHt.isRead) return unitPriceHt;
  return unitPriceHt.value === 0
    ? { ...unitPriceHt, typed: "0,00" }
    : editedPrice(unitPriceHt.value);
}

/** The quantity already typed is kept: only what the produit knows is filled in. */
export const suggested = (ligne: EditedLigne, produit: LigneSuggestion): EditedLigne => ({
  ...ligne,
  designation: produit.designation,
  description: produit.description,
  unit: produit.unit,
  unitPriceHt: editedPrice(produit.unitPriceHt),
  rate: produit.rate,
  nature: produit.nature,
  produitId: produit.id,
});
