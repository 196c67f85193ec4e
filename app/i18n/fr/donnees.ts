/** What is kept of a person, their copy of it, and its erasure. */
export const donnees = {
  titre: "Mes données",
  garde: {
    titre: "Ce que nous gardons de vous",
    note: "Et combien de temps.",
    compte: "Votre compte",
    compteDuree:
      "Nom, adresse e-mail, identifiant, clés et codes d’accès : tant que le compte existe.",
    sessions: "Vos sessions",
    sessionsDuree: "Adresse réseau et appareil : jusqu’à leur fin, 30 jours au plus.",
    actes: "La trace de vos actes",
    actesDuree:
      "Votre nom dans le journal de vos sociétés : 10 ans ; l’adresse réseau d’où ils venaient : 12 mois.",
    courriels: "Les messages que nous vous envoyons",
    courrielsDuree: "Leur texte : 30 jours.",
    pieces: "Les documents émis",
    piecesDuree: "Ils appartiennent à votre société, qui doit les garder 10 ans.",
  },
  copie: {
    titre: "Emporter mes données",
    note: "Un fichier JSON, que vous pouvez lire ou confier à un autre service.",
    texte:
      "Il contient votre compte, vos sociétés, vos sessions, vos actes et les messages reçus. Il ne contient ni mot de passe, ni code.",
    prendre: "Télécharger mes données",
    parti: "Votre fichier est en cours de téléchargement. Gardez-le à l’abri.",
  },
  effacement: {
    titre: "Effacer mon compte",
    note: "Aussitôt, et sans retour.",
    disparait:
      "Votre nom, votre adresse, votre identifiant, votre mot de passe, vos clés, vos sessions et les messages reçus disparaissent. Vous quittez toutes vos sociétés, et vos pages ouvertes se ferment.",
    reste:
      "Votre nom reste dans les documents émis et dans le journal de vos sociétés : elles doivent garder leurs pièces comptables dix ans (article L123-22 du code de commerce), et l’effacement ne s’y étend pas (article 17.3.b du RGPD).",
    ensuite:
      "Un dernier message vous le confirme. Vous pourrez créer un nouveau compte avec la même adresse.",
    effacer: "Effacer définitivement mon compte",
    seul_one:
      "Vous êtes la seule personne à administrer {{societes}}. Confiez d’abord ce rôle à quelqu’un d’autre : vous pourrez ensuite effacer votre compte.",
    seul_other:
      "Vous êtes la seule personne à administrer ces sociétés : {{societes}}. Confiez d’abord ce rôle à quelqu’un d’autre : vous pourrez ensuite effacer votre compte.",
    equipe: "Voir l’équipe",
  },
} as const;
