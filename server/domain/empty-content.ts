import type { FactureContent } from "./facture.ts";

/** A sheet nobody has written on yet, and whatever of it is already known. Due in thirty days unless told. */
export const emptyContent = (known: Partial<FactureContent> = {}): FactureContent => ({
  clientId: null,
  subject: "",
  purchaseOrder: "",
  buyerReference: "",
  operation: "standard",
  exemptionArticle: "",
  deliveredOn: null,
  echeance: { mode: "jours", days: 30 },
  shipTo: null,
  note: "",
  lignes: [],
  ajustements: [],
  ...known,
});
