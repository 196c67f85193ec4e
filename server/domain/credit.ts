import type { CalendarDay } from "./calendar-day.ts";
import { computeFacture } from "./compute-facture.ts";
import type { FactureContent, TvaCategory } from "./facture.ts";
import type { BasisPoints, Cents, Quantity } from "./money.ts";
import type { Snapshot } from "./snapshot.ts";

/** What is to be given back of an issued facture. */
export type CreditAsked = {
  /** Of its lignes, by their place (0 first): quantities, counted positive. */
  readonly lignes: readonly { readonly index: number; readonly quantity: Quantity }[];
  /** Of no ligne in particular: amounts HT by TVA group, by its place in `snapshot.totals.tva`. */
  readonly montants: readonly { readonly groupe: number; readonly amountHt: Cents }[];
  readonly motif: string;
};

/** What earlier avoirs took off the facture already. */
export type Credited = {
  /** By place of the ligne, counted positive. */
  readonly quantities: Readonly<Record<number, Quantity>>;
  /** HT, one for each TVA group. */
  readonly basesHt: readonly Cents[];
  readonly totalTtc: Cents;
};

/** An issued facture as it was typed and as it was frozen. */
export type Creditable = {
  readonly content: FactureContent;
  readonly snapshot: Snapshot;
  readonly credited: Credited;
};

export type Group = { readonly category: TvaCategory; readonly rate: BasisPoints };

export const groupOf = ({ totals }: Snapshot, { category, rate }: Group): number =>
  totals.tva.findIndex((one) => one.category === category && one.rate === rate);

/** HT still to be given back in a TVA group. */
export const remainingHt = ({ snapshot, credited }: Creditable, groupe: number): Cents =>
  (snapshot.totals.tva[groupe]?.baseHt ?? 0) - (credited.basesHt[groupe] ?? 0);

/** Still to be given back of a ligne, counted positive. */
export const remainingQuantity = ({ content, credited }: Creditable, index: number): Quantity =>
  Math.abs(content.lignes[index]?.quantity ?? 0) - (credited.quantities[index] ?? 0);

/** Amounts of an avoir's content, by the one engine. */
export const computeCredit = ({ snapshot }: Creditable, content: FactureContent, on: CalendarDay) =>
  computeFacture({ content, emetteur: snapshot.emetteur, acheteur: snapshot.acheteur, on });
