/** What the product does, each sentence proved by tests: see scripts/features. */
export const fonctionnalites = {
  onglet: "Fonctionnalités",
  titre: "Ce que FacturePro fait, et ce qui le prouve",
  chapo:
    "Cette page n’est pas écrite à la main : une fonctionnalité n’y paraît que si tous les tests qui la prouvent passent. Celle qui échoue disparaît.",
  bilan: "{{tests}} tests passés pour {{fonctionnalites}} fonctionnalités, le {{jour}}.",
  preuves_one: "{{count}} test le prouve",
  preuves_other: "{{count}} tests le prouvent",
  anglais: "Les tests sont écrits en anglais, dans le code du produit.",
  voirTarifs: "Voir les tarifs",
  liste: {
    numeros: {
      titre: "Des numéros sans trou",
      texte:
        "Cinquante émissions au même instant, cinquante numéros qui se suivent ; un refus n’en consomme aucun.",
    },
    facturx: {
      titre: "Factur-X par construction",
      texte:
        "Chaque document émis porte son XML, dans les trois modèles, et la page dit la même chose que lui.",
    },
    mentions: {
      titre: "Les mentions obligatoires, d’elles-mêmes",
      texte:
        "Les faits de la facture décident des mentions imprimées, selon le texte en vigueur ce jour-là.",
    },
    calculs: {
      titre: "Des totaux justes au centime",
      texte:
        "La TVA s’arrondit une fois par taux, les remises se répartissent sans perdre un centime.",
    },
    inalterable: {
      titre: "Des factures inaltérables",
      texte:
        "Une facture émise ne se modifie ni ne s’efface, même en base ; un octet changé se voit.",
    },
    avoirs: {
      titre: "Des avoirs partiels ou entiers",
      texte:
        "Leur propre suite de numéros, liés à la facture, jamais au-delà de ce qu’il en reste.",
    },
    reglements: {
      titre: "Le suivi des règlements",
      texte: "Partiels, sans double saisie, et un QR code de virement que la banque sait lire.",
    },
    pilotage: {
      titre: "Un tableau de bord qui suit la TVA",
      texte:
        "La TVA due à l’encaissement ou aux débits, les retards par ancienneté, les prochaines échéances.",
    },
    debut: {
      titre: "Une première facture vite émise",
      texte:
        "Le SIRET donne le SIREN et le numéro de TVA ; les premiers pas se cochent d’eux-mêmes.",
    },
    separation: {
      titre: "Votre propre base de données",
      texte: "Chaque société a son fichier, et n’en lit jamais un autre.",
    },
    direct: {
      titre: "Le travail à plusieurs, en direct",
      texte: "Ce qu’un collègue crée ou émet paraît dans vos listes, et dans aucune autre société.",
    },
    equipe: {
      titre: "Une équipe et des droits",
      texte:
        "On rejoint par un lien qui sert une fois ; un rôle changé agit dès la requête suivante.",
    },
    acces: {
      titre: "Un accès protégé",
      texte: "Second facteur, codes de secours, et le mot de passe redemandé pour changer d’IBAN.",
    },
    langues: {
      titre: "Des factures en anglais",
      texte:
        "Un client qui lit l’anglais reçoit la sienne en anglais, les phrases de la loi gardées en français.",
    },
    reprise: {
      titre: "La reprise de l’ancien FacturePro",
      texte:
        "Sociétés, personnes, clients et documents repris, autant de fois qu’il faut, sans doublon.",
    },
    sortie: {
      titre: "Vos données vous suivent",
      texte: "Tous les registres, le journal et les deux fichiers de chaque document, en une fois.",
    },
  },
} as const;
