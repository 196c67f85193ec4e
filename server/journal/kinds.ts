/** Facts the journal knows, in the past tense. Names are part of the hashed text: never rename one. */
export type JournalKind =
  | "avoir.issued"
  | "client.archived"
  | "client.created"
  | "client.unarchived"
  | "client.updated"
  | "facture.archived"
  | "facture.cancelled"
  | "facture.credited"
  | "facture.discarded"
  | "facture.drafted"
  | "facture.issued"
  | "marque.updated"
  | "produit.archived"
  | "produit.created"
  | "produit.unarchived"
  | "produit.updated"
  | "reglement.recorded"
  | "reglement.reversed"
  | "serie.declared"
  | "serie.updated"
  | "societe.updated";

/**
 * What goes out live: no content, only what changed.
 * `facture.updated` (autosave) and `abonnement.changed` (what the société may do) leave no journal line; `live.opened` says « whatever you show, ask again »: a stream
 * begins, or missed too much to replay.
 */
export type LiveEvent = {
  /** Journal id; of an event without a line, 0 on the bus and the last line's on the stream. */
  readonly id: number;
  readonly kind: JournalKind | LinelessKind | "live.opened";
  readonly entityId: string;
};

const linelessKinds = ["abonnement.changed", "facture.updated"] as const;
type LinelessKind = (typeof linelessKinds)[number];

/** Whether the event stands in the journal, so that its id says if it was already told. */
export const hasLine = ({ kind }: LiveEvent): boolean =>
  !linelessKinds.some((lineless) => lineless === kind);
