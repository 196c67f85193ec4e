/** The operator’s own pages. */
export const operateur = {
  cadre: {
    console: "Console",
    rail: "Console et navigation",
    role: "Super-admin",
    garde: "Second facteur validé. La session se ferme après 30 minutes sans activité.",
    retour: "Revenir à {{societe}}",
  },
  lieux: {
    societes: "Sociétés",
    revenus: "Revenus",
    stripe: "Stripe",
    journal: "Journal",
    editeur: "Éditeur",
    sante: "Santé",
    annonces: "Annonces",
    plans: "Offres",
  },
  filtrer: "Filtrer",
  editeur: {
    onglet: "Éditeur du service",
    titre: "Éditeur du service",
    chapo:
      "La société qui vend les abonnements. Chaque paiement devient une de ses factures, émise et archivée comme celles de toutes les autres.",
    actuel: "Éditeur actuel :",
    aucun: "Aucun éditeur : les offres payantes ne sont pas en vente.",
    choix: "Société qui facture",
    aide: "Les sociétés dont vous êtes administrateur. Ses mentions, son SIREN et son numéro de TVA doivent être complets.",
    declarer: "Facturer par cette société",
    sansSociete:
      "Votre compte n’administre aucune société. Inscrivez celle de l’éditeur, puis revenez ici.",
    inscrire: "Inscrire une société",
    fait: "C’est enregistré : les paiements à venir seront facturés par cette société.",
  },
} as const;
