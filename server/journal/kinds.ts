/** Facts the journal knows, in the past tense. Names are part of the hashed text: never rename one. */
export const journalKinds = [
  "avoir.issued",
  "client.archived",
  "client.created",
  "client.unarchived",
  "client.updated",
  "facture.archived",
  "facture.cancelled",
  "facture.discarded",
  "facture.drafted",
  "facture.issued",
  "marque.updated",
  "produit.archived",
  "produit.created",
  "produit.unarchived",
  "produit.updated",
  "reglement.recorded",
  "reglement.reversed",
  "serie.declared",
  "serie.updated",
  "societe.updated",
] as const;
export type JournalKind = (typeof journalKinds)[number];

/** What goes out live: no content, only what changed. `facture.updated` (autosave) leaves no journal line. */
export type LiveEvent = {
  /** Journal id; for an unrecorded event, 0. */
  readonly id: number;
  readonly kind: JournalKind | "facture.updated";
  readonly entityId: string;
};
