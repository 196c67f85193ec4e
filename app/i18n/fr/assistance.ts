/** Visits of the operator's staff: what the société reads, what the staff reads. */
export const assistance = {
  titre: "Assistance",
  intro:
    "L’assistance de FacturePro n’entre jamais dans votre société sans votre accord. Quand elle le demande, vous choisissez : une visite en lecture seule, pour un temps donné, dont chaque page vue est inscrite à votre journal.",
  demande: "{{nom}} demande à consulter votre société",
  raison: "Raison : {{raison}}",
  demandeeLe: "Demandé le {{jour}} à {{heure}}",
  aucune: "Aucune demande en attente.",
  duree: "Durée de la visite",
  durees: { demi_heure: "30 minutes", deux_heures: "2 heures", un_jour: "24 heures" },
  accepter: "Accepter la visite",
  acceptee: "La visite est acceptée. Vous pouvez y mettre fin à tout moment.",
  refuser: "Refuser",
  refusee: "La visite est refusée.",
  enCours: "Visite acceptée jusqu’au {{jour}} à {{heure}}",
  mettreFin: "Mettre fin à la visite",
  finie: "La visite est terminée.",
  voirJournal: "Voir les pages consultées",
  historique: "Visites passées",
  etat: {
    demandee: "En attente",
    ouverte: "Acceptée",
    refusee: "Refusée",
    finie: "Terminée",
  },
  ligne: "{{nom}}, le {{jour}} : {{raison}}",
  bandeau: "Visite de l’assistance en lecture seule",
  bandeauSuite:
    "jusqu’au {{jour}} à {{heure}}. Chaque page que vous ouvrez est inscrite au journal de la société.",
  quitter: "Terminer la visite",
  entree: {
    titre: "Visite de l’assistance",
    texte:
      "Vous allez consulter cette société en lecture seule. Chaque page vue sera inscrite à son journal, avec votre nom.",
    entrer: "Commencer la visite",
    refuse:
      "Cette entrée a déjà servi, ou elle n’est plus valable. Demandez-en une autre depuis la console.",
    retour: "Revenir à la console",
  },
  console: {
    titre: "Visite avec l’accord de la société",
    aide: "Un administrateur de la société lit votre raison, accepte pour un temps donné ou refuse.",
    demander: "Demander une visite",
    demandee: "La demande est envoyée aux administrateurs de la société.",
    attente: "Demandée le {{jour}} à {{heure}} par {{nom}}, sans réponse.",
    ouverte: "Acceptée par {{par}} jusqu’au {{jour}} à {{heure}}.",
    ouvrir: "Ouvrir la visite",
    retirer: "Retirer la demande",
    fermer: "Y mettre fin",
    retiree: "La visite est terminée.",
    autre: "{{nom}}, qui l’a demandée, peut l’ouvrir.",
  },
} as const;
