/** What a new société does once, on its dashboard until it is done. */
export const premiersPas = {
  titre: "Premiers pas",
  avance: "{{faits}} sur {{total}}",
  note: "De l’identité à la première facture. Chaque étape se coche d’elle-même.",
  fait: "Fait :",
  aFaire: "À faire :",
  masquer: "Masquer",
  masques: "Premiers pas masqués. Vous les retrouverez dans Réglages, Société.",
  annuler: "Annuler",
  reglages: "Les premiers pas sont masqués sur le tableau de bord.",
  montrer: "Les afficher de nouveau",
  etapes: {
    identite: {
      titre: "L’identité de la société",
      texte: "Le SIRET donne le SIREN et le numéro de TVA ; il reste la forme et l’adresse.",
    },
    tva: {
      titre: "Le régime de TVA",
      texte: "Réel, ou franchise en base (CGI, art. 293 B) : il décide des taux et des mentions.",
    },
    numerotation: {
      titre: "La numérotation",
      texte: "Vous venez d’un autre outil ? Donnez votre dernier numéro : la suite continue.",
    },
    marque: {
      titre: "Le logo et les couleurs",
      texte: "Vos documents et votre page de connexion à votre image.",
    },
    iban: {
      titre: "L’IBAN",
      texte: "Demandé au moment de la première facture. Il y ajoute un QR code de virement.",
    },
    facture: {
      titre: "La première facture",
      texte: "Le premier client se crée dans la facture, par son nom ou son SIRET.",
    },
  },
} as const;
