/** Facts the journal knows, in the past tense. Names are part of the hashed text: never rename one. */
export const journalKinds = [
  "acces.refused",
  "avoir.issued",
  "banque.changed",
  "client.archived",
  "client.created",
  "client.unarchived",
  "client.updated",
  "document.downloaded",
  "export.made",
  "facture.archived",
  "facture.cancelled",
  "facture.credited",
  "facture.discarded",
  "facture.drafted",
  "facture.issued",
  "journal.saturated",
  "marque.updated",
  "membre.invitation_resent",
  "membre.invitation_revoked",
  "membre.invited",
  "membre.joined",
  "membre.left",
  "membre.removed",
  "membre.role_changed",
  "produit.archived",
  "produit.created",
  "produit.unarchived",
  "produit.updated",
  "reglement.recorded",
  "reglement.reversed",
  "reprise.taken",
  "serie.declared",
  "serie.updated",
  "session.ended",
  "session.left",
  "session.opened",
  "societe.deletion_asked",
  "societe.deletion_cancelled",
  "societe.updated",
  "visite.accepted",
  "visite.asked",
  "visite.ended",
  "visite.opened",
  "visite.page",
  "visite.refused",
] as const;

export type JournalKind = (typeof journalKinds)[number];

/** What an administrator looks for: each kind is in one of them, by its first word. */
const journalGroups = {
  documents: ["facture", "avoir"],
  reglements: ["reglement"],
  fichiers: ["client", "produit", "reprise"],
  reglages: ["societe", "banque", "serie", "marque", "membre"],
  acces: ["session", "acces", "journal", "visite"],
  sorties: ["document", "export"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type JournalGroup = keyof typeof journalGroups;
export const journalGroupNames = Object.keys(journalGroups) as [JournalGroup, ...JournalGroup[]];

/** The kinds of a group. */
export const kindsOf = (group: JournalGroup): JournalKind[] =>
  journalKinds.filter((kind) =>
    journalGroups[group].some((noun: string) => kind.startsWith(`${noun}.`)),
  );

/** Who came, looked, took or was refused. Written after the answer, and told to no open page: nothing on it changed. */
export const quietKinds = [
  "acces.refused",
  "document.downloaded",
  "export.made",
  "journal.saturated",
  "session.ended",
  "session.left",
  "session.opened",
  "visite.accepted",
  "visite.asked",
  "visite.ended",
  "visite.opened",
  "visite.page",
  "visite.refused",
] as const satisfies readonly JournalKind[];

export type QuietKind = (typeof quietKinds)[number];

/**
 * What goes out live: no content, only what changed.
 * `annonce.changed` (what the operator tells everybody), `facture.updated` (autosave), `facture.presence` (who has it open), `abonnement.changed` (what the société may do) and
 * `vue.changed` (a view everybody sees of a list) leave no journal line; `live.opened` says « whatever you show, ask again »: a stream
 * begins, or missed too much to replay.
 */
export type LiveEvent = {
  /** Journal id; of an event without a line, 0 on the bus and the last line's on the stream. */
  readonly id: number;
  readonly kind: JournalKind | LinelessKind | "live.opened";
  readonly entityId: string;
};

const linelessKinds = [
  "abonnement.changed",
  "annonce.changed",
  "facture.presence",
  "facture.updated",
  "vue.changed",
] as const;
type LinelessKind = (typeof linelessKinds)[number];

/** Whether the event stands in the journal, so that its id says if it was already told. */
export const hasLine = ({ kind }: LiveEvent): boolean =>
  !linelessKinds.some((lineless) => lineless === kind);
