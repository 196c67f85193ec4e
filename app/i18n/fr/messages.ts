export const messages = {
  titre: "Messages",
  intro:
    "Les e-mails partis au nom de la société ou vers les personnes qui l’administrent depuis trente jours, et ce que le serveur de messagerie en a répondu.",
  liste: "Messages, le plus récent d’abord",
  vide: "Aucun message pour l’instant",
  videTexte: "Une invitation ou une alerte laissera ici une ligne.",
  attente: "En attente de départ.",
  reessai: "Pas encore parti : nouvel essai le {{moment}}.",
  remis: "Remis au serveur de messagerie.",
  remisLe: "Remis au serveur de messagerie le {{moment}}.",
  sansReponse: "Remis, sans réponse d’un serveur de messagerie.",
  sansReponseLe: "Remis le {{moment}}, sans réponse d’un serveur de messagerie.",
  refuse: "Refusé, il ne sera plus essayé.",
  abandonne: "Abandonné : le serveur de messagerie n’a pas répondu pendant deux jours.",
  reponse: "Sa réponse :",
  ecarte: "Pas envoyé : {{cause}}.",
  causes: {
    LINK_GONE: "ce que son lien ouvrait n’existe plus",
  },
} as const;
