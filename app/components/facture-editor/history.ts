import type { EditedFacture } from "./edited-facture";

/** A sheet to come back to, and where the edit was made: the focus goes there. */
export type Step = {
  readonly facture: EditedFacture;
  readonly place: Place | null;
  /** Keys typed one after the other in the same cell are one edit. */
  readonly tag: string | null;
};
export type Place = { readonly key?: string; readonly field: string };

export type History = { readonly past: readonly Step[]; readonly future: readonly Step[] };

export const noHistory: History = { past: [], future: [] };
