export const cloture = {
  titre: "Données",
  export: {
    titre: "Tout emporter",
    note: "Une archive ZIP, préparée pendant que vous la téléchargez",
    texte:
      "Les PDF et les XML de tous les documents émis, vos clients, produits, factures et règlements en CSV, et le journal de la société, une ligne JSON par fait.",
    telecharger: "Télécharger l’archive",
  },
  contenu: {
    factures: "Factures émises",
    avoirs: "Avoirs",
    clients: "Clients",
    produits: "Produits",
    reglements: "Règlements",
    journal: "Lignes du journal",
  },
  suppression: {
    titre: "Supprimer la société",
    note: "Trente jours pour changer d’avis, puis plus rien",
    editeur:
      "Cette société tient les comptes du service lui-même : elle ne peut pas être supprimée.",
    suite:
      "Dès la demande, « {{nom}} » se consulte et s’exporte, mais plus rien ne s’y change ; l’abonnement s’arrête à la fin de la période payée. Trente jours plus tard, tout ceci est détruit, sans retour possible :",
    loi: "La loi vous fait conserver vos factures dix ans (C. com. L123-22), même après la suppression : téléchargez d’abord l’archive.",
    nom: "Nom de la société",
    nomAide: "Recopiez : {{nom}}",
    motDePasse: "Votre mot de passe",
    motDePasseAide: "Toutes les personnes qui administrent la société seront prévenues par e-mail.",
    demander: "Supprimer la société dans 30 jours",
  },
  demandee: {
    titre: "Suppression demandée",
    note: "Elle peut être annulée jusqu’au dernier jour",
    destruction: "Destruction",
    par: "Demandée par",
    le: "Le",
    texte:
      "Une attestation de destruction sera alors envoyée à la personne qui l’a demandée. D’ici là, tout se consulte et s’exporte.",
    annuler: "Annuler la suppression",
  },
  fait: {
    demandee: "La suppression est demandée. Vous pouvez encore l’annuler.",
    annulee: "La suppression est annulée. Tout fonctionne de nouveau comme avant.",
    annuleeSansAbonnement:
      "La suppression est annulée. L’abonnement, lui, n’a pas pu reprendre : vérifiez-le dans Réglages, Abonnement.",
  },
} as const;
