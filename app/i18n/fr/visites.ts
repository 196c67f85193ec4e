/** The guided visits, offered once and opened from the help. */
export const visites = {
  commencer: "Visiter cette page",
  rang: "{{rang}} sur {{total}}",
  precedent: "Précédent",
  suivant: "Suivant",
  terminer: "Terminer",
  offre: {
    titre: "Première fois ici ?",
    liste: "La visite de la liste tient en quatre étapes.",
    editeur: "La visite de l’éditeur tient en quatre étapes.",
    commencer: "Commencer",
    plusTard: "Plus tard",
    jamais: "Ne plus proposer",
  },
  liste: {
    titre: "Visite de la liste",
    creer: {
      titre: "Une facture en une touche",
      texte: "La touche C ouvre un brouillon depuis n’importe quelle page.",
    },
    totaux: {
      titre: "Où vous en êtes",
      texte: "Facturé, encaissé, à échoir, en retard : toute la société, avant les filtres.",
    },
    outils: {
      titre: "Chercher et filtrer",
      texte:
        "Un numéro, un client, un objet ou un montant exact. Chaque filtre devient une étiquette qui se retire, et une vue se garde.",
    },
    rangs: {
      titre: "Chaque ligne s’ouvre",
      texte: "Deux étiquettes, jamais mêlées : le document et son règlement.",
    },
  },
  editeur: {
    titre: "Visite de l’éditeur",
    feuille: {
      titre: "La feuille est le document",
      texte: "Vous écrivez à l’endroit où le client lira. Tout s’enregistre de soi-même.",
    },
    cote: {
      titre: "Ce qui l’entoure",
      texte: "Totaux, échéance et mentions, chacune avec la raison de sa présence.",
    },
    controle: {
      titre: "Le contrôle",
      texte: "Ce qui manque encore est dit ici ; chaque ligne mène au champ à corriger.",
    },
    emettre: {
      titre: "Émettre",
      texte: "La facture reçoit son numéro et ne change plus : un avoir la corrige.",
    },
  },
} as const;
