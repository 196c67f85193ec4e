export const commun = {
  produit: "FacturePro",
  erreur: {
    titre: "Quelque chose a échoué de notre côté",
    texte: "Rien n’a été enregistré. Réessayez, ou donnez-nous ce code : {{code}}",
    introuvable: "Cette page n’existe pas",
    introuvableTexte:
      "L’adresse est peut-être incomplète, ou la page ne fait pas partie de cette société.",
    interdit: "Votre rôle ne permet pas d’ouvrir cette page",
    interditTexte: "Demandez à un administrateur de votre société.",
    autreSociete: "Cet onglet est resté sur une autre société",
    autreSocieteTexte:
      "Vous avez changé de société entre-temps. Rechargez la page pour continuer ; rien n’a été modifié.",
    accueil: "Revenir à l’accueil",
    recharger: "Recharger la page",
  },
} as const;
