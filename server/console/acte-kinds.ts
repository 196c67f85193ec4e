/** What the operator's staff may do that is worth a line. Past tense. */
const acteKinds = [
  "societe.noted",
  "derogation.granted",
  "derogation.ended",
  "essai.extended",
  "mois.offered",
  "grace.extended",
  "societe.suspended",
  "societe.reactivated",
  "societe.deletion_asked",
  "societe.deletion_cancelled",
  "invitation.resent",
  "sessions.ended",
  "evenement.replayed",
  "ecart.repaired",
  "visite.asked",
  "annonce.published",
  "annonce.ended",
  "maintenance.begun",
  "maintenance.ended",
  "offre.created",
  "offre.changed",
  "offre.archived",
  "offres.pushed",
] as const;

export type ActeKind = (typeof acteKinds)[number];
