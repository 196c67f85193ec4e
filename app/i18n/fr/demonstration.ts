/** A société to try the product in, beside one's own. */
export const demonstration = {
  nom: "Démonstration",
  marque: "Démonstration.",
  marqueSuite: "Données inventées : rien ne compte, rien ne part.",
  offre: {
    texte:
      "Envie d’essayer sans toucher à vos comptes ? Une société de démonstration, déjà remplie de quatorze mois de factures, à part de la vôtre.",
    rouvrir: "Votre société de démonstration vous attend, à part de la vôtre.",
    creer: "Créer une société de démonstration",
    preparation: "Préparation de la démonstration…",
    ouvrir: "Ouvrir la démonstration",
    ouverture: "Ouverture de la démonstration…",
  },
  fin: {
    titre: "Société de démonstration",
    note: "Vous seul y entrez. Elle n’a ni abonnement, ni limite, ni message, et s’efface d’elle-même après 60 jours sans visite.",
    texte:
      "Ses documents portent « Démonstration » et ne sont pas des factures. La supprimer efface tout, tout de suite ; vous pourrez en créer une autre.",
    confirmer: "Oui, supprimer cette démonstration et tout ce qu’elle contient",
    supprimer: "Supprimer la démonstration",
    suppression: "Suppression…",
  },
} as const;
