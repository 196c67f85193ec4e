import { newId } from "#server/id";
import type { StaffedSociete } from "../../support/a-staffed-societe.ts";
import type { Cases } from "../case.ts";

const list = {
  q: "",
  sort: "activite",
  dir: "desc",
  cursor: null,
  etat: null,
  offre: null,
  usage: null,
  sante: null,
};

const on = (of: StaffedSociete) => ({ societeId: of.id, reason: "Rappelée ce matin" });

/** The operator's own: refused to everybody of a société, whatever they name. */
export const consoleCases: Cases = {
  "console.apercu": { own: () => ({}) },
  "console.societes": { own: () => list },
  "console.societe": { own: (of) => ({ societeId: of.id }) },
  "console.chronologie": { own: (of) => ({ societeId: of.id, before: null }) },
  "consoleAnnonces.list": { own: () => ({}) },
  "consoleAnnonces.publish": {
    own: () => ({
      ...{ niveau: "info", texteFr: "Bonjour à tous", texteEn: "Hello everybody" },
      ...{ from: null, until: null, reason: "Essai du soir" },
    }),
  },
  "consoleAnnonces.end": { own: () => ({ annonceId: newId(), reason: "Essai du soir" }) },
  "consoleAnnonces.beginMaintenance": { own: () => ({ reason: "Essai du soir" }) },
  "consoleAnnonces.endMaintenance": { own: () => ({ reason: "Essai du soir" }) },
  "consoleVisites.list": { own: (of) => ({ societeId: of.id }) },
  "consoleVisites.request": { own: on },
  "consoleVisites.withdraw": { own: (of) => ({ societeId: of.id, visiteId: newId() }) },
  "consoleVisites.open": { own: (of) => ({ societeId: of.id, visiteId: newId() }) },
  "consoleVisites.enter": { own: () => ({ jeton: "A".repeat(43) }) },
  "consoleSante.get": { own: () => ({}) },
  "consoleActes.list": { own: () => ({ cursor: null }) },
  "consoleActes.verify": { own: () => ({}) },
  "consoleActes.note": { own: on },
  "consoleActes.grant": {
    own: (of) => ({ ...on(of), limite: "factures", ajout: 5, until: null }),
  },
  "consoleActes.endGrant": { own: (of) => ({ ...on(of), derogationId: newId() }) },
  "consoleActes.extendTrial": { own: (of) => ({ ...on(of), until: "2030-01-31" }) },
  "consoleActes.offerMonths": {
    own: (of) => ({ ...on(of), mois: 3, cle: crypto.randomUUID() }),
  },
  "consoleActes.extendGrace": { own: (of) => ({ ...on(of), until: "2030-01-31" }) },
  "consoleActes.suspend": { own: (of) => ({ ...on(of), motif: "Impayés répétés" }) },
  "consoleActes.reactivate": { own: on },
  "consoleActes.delete": { own: (of) => ({ ...on(of), nom: of.nom }) },
  "consoleActes.keep": { own: on },
  "consoleActes.resendInvitation": { own: (of) => ({ ...on(of), invitationId: newId() }) },
  "consoleActes.endSessions": { own: on },
  "consolePlans.list": { own: () => ({}) },
  "consolePlans.get": { own: () => ({ offre: "pro" }) },
  "consolePlans.save": {
    own: () => ({
      ...{ offre: null, nom: "Starter", mois: 500, an: null, facturesParMois: 20 },
      ...{ utilisateurs: 1, stockageMo: 500, features: [], reason: "Nouvelle offre" },
    }),
  },
  "consolePlans.archive": { own: () => ({ offre: "entreprise", reason: "Plus vendue" }) },
  "consolePlans.push": { own: () => ({ reason: "Stripe est revenu" }) },
  "consoleRevenus.get": { own: () => ({}) },
  "consoleRevenus.csv": { own: () => ({}) },
  "consoleStripe.etat": { own: () => ({}) },
  "consoleStripe.evenements": {
    own: (of) => ({ statut: null, type: null, societeId: of.id, cursor: null }),
  },
  "consoleStripe.replay": { own: () => ({ eventId: "evt_1", reason: "Rappel du support" }) },
  "consoleStripe.compare": { own: () => ({}) },
  "consoleStripe.repair": { own: () => ({ ecartId: 1, reason: "Rappel du support" }) },
};
