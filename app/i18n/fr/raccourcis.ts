/** Names of the keyboard's shortcuts, as the help lists them. */
export const raccourcis = {
  titre: "Raccourcis clavier",
  puis: "puis",
  nouvelleFacture: "Nouvelle facture",
  factures: "Aller aux factures",
  clients: "Aller aux clients",
  produits: "Aller aux produits",
  recherche: "Rechercher partout",
  rechercheListe: "Chercher dans la liste",
  aide: "Afficher cette aide",
  editeur: "Dans une facture",
  suivante: "Cellule suivante ; une ligne de plus après la dernière",
  rangee: "Ligne suivante, même colonne",
  deplacer: "Déplacer la ligne",
  details: "Description, nature et remise de la ligne",
  supprimer: "Supprimer la ligne",
  enregistrer: "Enregistrer sans attendre",
} as const;
