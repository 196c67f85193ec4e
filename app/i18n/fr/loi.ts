/** What the law says beside a field; where it is written: app/components/loi/legal-sources. */
export const loi = {
  demander: "Ce que dit la règle : {{point}}",
  legifrance: "à lire sur Légifrance",
  points: {
    archives: {
      titre: "Conservation",
      texte:
        "Les factures émises se gardent dix ans à compter de la clôture de l’exercice, et six ans pour l’impôt, dans leur format électronique d’origine.",
    },
    avoir: {
      titre: "Avoir",
      texte:
        "Un avoir est une facture : son propre numéro dans une suite continue, toutes les mentions, et le numéro et la date de la facture qu’il corrige.",
    },
    delai: {
      titre: "Délai de paiement",
      texte:
        "Entre professionnels : 30 jours après réception si rien n’est convenu ; au plus 60 jours après la facture, ou 45 jours fin de mois si les deux parties en sont d’accord.",
    },
    escompte: {
      titre: "Escompte",
      texte:
        "La facture dit à quelles conditions un paiement anticipé donne droit à un escompte, ou qu’il n’y en a pas.",
    },
    iban: {
      titre: "IBAN",
      texte:
        "Sa clé est contrôlée avant d’être gardée. Il est imprimé avec un QR code que l’application de la banque de votre client lit : bénéficiaire, compte, montant, référence.",
    },
    identite: {
      titre: "Identité sur les documents",
      texte:
        "Dénomination, forme juridique, SIREN et ville du registre, et le capital pour les sociétés qui en ont un.",
    },
    indemnite: {
      titre: "Indemnité de recouvrement",
      texte:
        "40 € par facture payée en retard par un professionnel, mention imprimée d’elle-même. Ni TVA dessus, ni indemnité pour un particulier.",
    },
    mentions: {
      titre: "Mentions obligatoires",
      texte:
        "Elles suivent des faits de la facture et s’ajoutent d’elles-mêmes. Une mention qui manque coûte 15 €, dans la limite du quart de la facture.",
    },
    numeroTva: {
      titre: "Numéro de TVA",
      texte:
        "Il figure sur chaque facture de qui collecte la TVA. Pour une société française il se calcule du SIREN.",
    },
    numerotation: {
      titre: "Numérotation",
      texte:
        "Un numéro unique, dans une suite chronologique et continue, donné à l’émission et jamais à un brouillon. Plusieurs séries sont admises si l’activité le justifie.",
    },
    penalites: {
      titre: "Pénalités de retard",
      texte:
        "Leur taux figure sur la facture entre professionnels : au moins trois fois le taux d’intérêt légal, dues sans rappel.",
    },
    regime: {
      titre: "Franchise en base",
      texte:
        "En franchise, aucune TVA n’est facturée et la facture porte « TVA non applicable, art. 293 B du CGI ».",
    },
  },
} as const;
