import type { assistance as fr } from "../fr/assistance";
import type { Twin } from "../twin";

export const assistance = {
  titre: "Support",
  intro:
    "FacturePro’s support never enters your company without your agreement. When it asks, you choose: a read-only visit, for a given time, where each page seen is written in your journal.",
  demande: "{{nom}} asks to look at your company",
  raison: "Reason: {{raison}}",
  demandeeLe: "Asked on {{jour}} at {{heure}}",
  aucune: "No request is waiting.",
  duree: "Length of the visit",
  durees: { demi_heure: "30 minutes", deux_heures: "2 hours", un_jour: "24 hours" },
  accepter: "Accept the visit",
  acceptee: "The visit is accepted. You can end it at any time.",
  refuser: "Refuse",
  refusee: "The visit is refused.",
  enCours: "Visit accepted until {{jour}} at {{heure}}",
  mettreFin: "End the visit",
  finie: "The visit is over.",
  voirJournal: "See the pages that were looked at",
  historique: "Past visits",
  etat: { demandee: "Waiting", ouverte: "Accepted", refusee: "Refused", finie: "Over" },
  ligne: "{{nom}}, on {{jour}}: {{raison}}",
  bandeau: "Read-only visit by support",
  bandeauSuite:
    "until {{jour}} at {{heure}}. Each page you open is written in the company’s journal.",
  quitter: "Leave the visit",
  entree: {
    titre: "Support visit",
    texte:
      "You are about to look at this company, read-only. Each page seen will be written in its journal, under your name.",
    entrer: "Start the visit",
    refuse:
      "This way in was used already, or is no longer valid. Ask for another one from the console.",
    retour: "Back to the console",
  },
  console: {
    titre: "Visit, with the company’s agreement",
    aide: "An administrator of the company reads your reason, accepts for a given time, or refuses.",
    demander: "Ask for a visit",
    demandee: "The request was sent to the company’s administrators.",
    attente: "Asked on {{jour}} at {{heure}} by {{nom}}, no answer yet.",
    ouverte: "Accepted by {{par}} until {{jour}} at {{heure}}.",
    ouvrir: "Open the visit",
    retirer: "Withdraw the request",
    fermer: "End it",
    retiree: "The visit is over.",
    autre: "{{nom}}, who asked for it, can open it.",
  },
} as const satisfies Twin<typeof fr>;
