import type { CalendarDay } from "./calendar-day.ts";
import type { BasisPoints, Cents, Quantity, UnitPrice } from "./money.ts";

/** Goods or services: decides BT-23 (B/S/M), the date the TVA is due and several mentions. */
export const natures = ["bien", "service"] as const;
export type Nature = (typeof natures)[number];

/** `facture` is UNTDID 380, `avoir` 381 (CGI 289-I-5: an avoir is an invoice). */
export const factureTypes = ["facture", "avoir"] as const;
export type FactureType = (typeof factureTypes)[number];

/** Stored life of a document. « annulée », paid, overdue are derived, never stored. */
export const factureStatuses = ["brouillon", "emise", "importee"] as const;
export type FactureStatus = (typeof factureStatuses)[number];

/** Discount (`remise`, BG-20/BG-27) or charge (`frais`, BG-21/BG-28). */
export type Ajustement = {
  readonly sens: "remise" | "frais";
  /** `pourcent`: valeur in basis points of the base. `montant`: valeur in cents HT, positive. */
  readonly mode: "pourcent" | "montant";
  readonly valeur: number;
  readonly motif: string;
};

/**
 * What the user states about the operation when facts alone cannot decide the TVA:
 * `standard` lets the rules decide from société, client and natures.
 */
export const operations = [
  "standard",
  "sous_traitance_btp",
  "autoliquidation_nationale",
  "exoneree_261",
  "marge_occasion",
] as const;
export type Operation = (typeof operations)[number];

export const ligneKinds = ["ligne", "section", "texte", "sous_total"] as const;
export type LigneKind = (typeof ligneKinds)[number];

/**
 * A row of the sheet. `section` and `texte` carry only `designation` (and `description`); `sous_total` sums the lignes above
 * it (`subtotalsOf`), under its `designation` or without one.
 */
export type LigneDraft = {
  readonly kind: LigneKind;
  readonly designation: string;
  readonly description: string;
  readonly quantity: Quantity;
  /** UN/ECE Rec 20 code: C62, HUR, DAY… */
  readonly unit: string;
  readonly unitPriceHt: UnitPrice;
  readonly rate: BasisPoints;
  readonly nature: Nature;
  readonly ajustements: readonly Ajustement[];
  readonly produitId: string | null;
};

export type Address = {
  readonly line1: string;
  readonly line2: string;
  readonly zip: string;
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
};

/** When payment is due, counted from the issue date. */
export type Echeance =
  | { readonly mode: "jours"; readonly days: number }
  /** `days` after issue, then to the last day of that month (C. com. L441-10: 45 days fin de mois). */
  | { readonly mode: "fin_de_mois"; readonly days: number }
  | { readonly mode: "date"; readonly on: CalendarDay };

/** The editable content of a brouillon: what autosave sends and what the editor computes on. */
export type FactureContent = {
  readonly clientId: string | null;
  readonly subject: string;
  readonly purchaseOrder: string;
  readonly buyerReference: string;
  readonly operation: Operation;
  /** Article cited when operation is `exoneree_261`, e.g. "261-4-4° a". */
  readonly exemptionArticle: string;
  /** Date of delivery or completion when it differs from the issue date (BT-72). */
  readonly deliveredOn: CalendarDay | null;
  readonly echeance: Echeance;
  readonly shipTo: (Address & { readonly name: string }) | null;
  readonly note: string;
  readonly lignes: readonly LigneDraft[];
  /** Document-level discounts and charges, spread per TVA group (BG-20/BG-21). */
  readonly ajustements: readonly Ajustement[];
};

/** EN 16931 category codes FacturePro emits (BR-FR-15; Z has no French use). */
export type TvaCategory = "S" | "E" | "AE" | "K" | "G" | "O";

export type TvaGroup = {
  readonly category: TvaCategory;
  readonly rate: BasisPoints;
  /** BT-116. */
  readonly baseHt: Cents;
  /** BT-117, rounded once per group. */
  readonly tva: Cents;
};

export type FactureTotals = {
  /** BT-106: sum of the net lignes. */
  readonly lignesHt: Cents;
  /** BT-107 and BT-108. */
  readonly remisesHt: Cents;
  readonly fraisHt: Cents;
  /** BT-109. */
  readonly totalHt: Cents;
  /** BT-110. */
  readonly totalTva: Cents;
  /** BT-112. */
  readonly totalTtc: Cents;
  readonly tva: readonly TvaGroup[];
};
