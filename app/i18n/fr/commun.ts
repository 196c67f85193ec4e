/** Words shared by every page: the frame, the forms, what failed. */
export const commun = {
  produit: "FacturePro",
  nav: {
    tableau: "Tableau de bord",
    accueil: "Accueil",
    factures: "Factures",
    clients: "Clients",
    produits: "Produits",
    reglages: "Réglages",
    compte: "Mon compte",
    console: "Console",
    plus: "Plus",
  },
  role: {
    admin: "Administration",
    employe: "Facturation",
    comptable: "Comptabilité",
  },
  /** « Votre rôle (comptabilité) permet de consulter et d’exporter, pas d’émettre. » */
  roleInterdit: "Votre rôle ({{role}}) permet {{peut}}, pas {{pas}}.",
  compteInterdit: "Votre compte ne permet pas cette action.",
  rolePermet: {
    admin: "de tout faire",
    employe: "de préparer les factures",
    comptable: "de consulter et d’exporter",
  },
  /** Completes « Votre rôle permet…, pas ». */
  sansPermission: {
    societe: { read: "de lire ce que contient la société" },
    factures: {
      seeOthersAmounts: "de voir les montants des documents des autres",
      draft: "de préparer une facture",
      issue: "d’émettre une facture ou un avoir",
    },
    clients: { write: "de modifier les clients" },
    produits: { write: "de modifier les produits" },
    reglements: { record: "d’enregistrer un règlement" },
    exports: "d’exporter les registres",
    abonnement: {
      manage: "de gérer l’abonnement",
      factures: "de lire les factures de l’abonnement",
    },
    journal: "de lire le journal",
    reglages: "de modifier les réglages",
    equipe: "de gérer l’équipe",
    donnees: "de tout exporter ni de supprimer la société",
  },
  montantMasque: "masqué",
  cadre: {
    site: "Site",
    rail: "Société et navigation",
    navigation: "Navigation principale",
    navigationTelephone: "Navigation du téléphone",
    fil: "Fil d’Ariane",
    retour: "Revenir à {{page}}",
    passer: "Aller au contenu",
    rechercher: "Rechercher…",
    societes: "Vos sociétés",
    changerSociete: "Changer de société",
    quitter: "Quitter {{societe}}",
    deconnexion: "Se déconnecter",
  },
  apparence: {
    titre: "Apparence",
    auto: "Comme le système",
    clair: "Claire",
    sombre: "Sombre",
  },
  langue: {
    titre: "Langue",
    nom: { fr: "Français", en: "English" },
  },
  actions: {
    enregistrer: "Enregistrer",
    annuler: "Annuler",
    effacerRecherche: "Effacer la recherche",
    effacerFiltres: "Effacer les filtres",
    voirPlus: "Afficher la suite",
    montrer: "Montrer le mot de passe",
    cacher: "Cacher le mot de passe",
  },
  adresse: {
    line1: "Numéro et voie",
    line2: "Complément",
    zip: "Code postal",
    city: "Ville",
    country: "Pays",
  },
  formulaire: {
    aCorriger_one: "Une information est à corriger",
    aCorriger_other: "{{count}} informations sont à corriger",
    facultatif: "facultatif",
    enregistre: "Enregistré.",
    horsConnexion:
      "Le service ne répond pas. Votre saisie est gardée sur cette page : vérifiez votre connexion, puis réessayez.",
    inattendu:
      "Quelque chose a échoué de notre côté ; rien n’a été enregistré. Réessayez, ou donnez-nous ce code : {{code}}",
  },
  /** Completes « Ce format de numéro ne convient pas : ». */
  fauteNumero: {
    rang: "il doit contenir le rang une fois, et une seule.",
    caracteres: "seuls les lettres sans accent, les chiffres, - + _ et / sont permis.",
    longueur: "il donnerait des numéros de plus de 35 caractères.",
    annee: "il doit contenir l’année, puisque le rang repart à 1 chaque année.",
    doublon: "l’autre série pourrait donner les mêmes numéros.",
  },
  attente: {
    secondes_one: "{{count}} seconde",
    secondes_other: "{{count}} secondes",
    minutes_one: "{{count}} minute",
    minutes_other: "{{count}} minutes",
  },
  liste: {
    vide: "Aucun résultat pour « {{recherche}} »",
    videFiltres: "Aucun résultat avec ces filtres",
    tri: "Trier par {{colonne}}",
    chargement: "Chargement…",
  },
  connexion: {
    perdue: "Connexion perdue.",
    suite:
      "Ce qui est affiché date d’avant la coupure, et ce que vous tapez reste sur la page. Nous réessayons toutes les cinq secondes.",
    reessayer: "Réessayer",
    pageNonLue:
      "Cette page n’a pas pu être lue ; rien n’a été modifié. Elle se rechargera au retour du réseau.",
  },
  erreur: {
    tropVite: "Vos demandes arrivent trop vite",
    tropViteTexte: "Rien n’est perdu. Attendez une minute, puis rechargez cette page.",
    societe: "Les données de votre société sont momentanément indisponibles",
    societeTexte:
      "L’équipe de FacturePro est prévenue et s’en occupe. Vos documents émis sont sauvegardés chaque nuit. Si vous nous écrivez, donnez-nous ce code :",
    titre: "Quelque chose a échoué de notre côté",
    texte: "Rien n’a été enregistré. Réessayez, ou donnez-nous ce code :",
    introuvable: "Cette page n’existe pas",
    introuvableTexte:
      "L’adresse est peut-être incomplète, ou la page ne fait pas partie de cette société.",
    masque: "Les montants de ce document vous sont masqués",
    interdit: "Votre rôle ne permet pas d’ouvrir cette page",
    interditTexte:
      "Demandez à une personne qui administre votre société de l’ouvrir pour vous, ou de changer votre rôle.",
    autreSociete: "Cet onglet est resté sur une autre société",
    autreSocieteTexte:
      "Vous avez changé de société entre-temps ; rien n’a été modifié. Rechargez la page pour continuer dans la société actuelle.",
    session: "Votre session est terminée",
    sessionTexte: "Rechargez la page pour vous connecter de nouveau ; vous y reviendrez ensuite.",
    sessionSaisie:
      "Votre session est terminée ; rien n’a été enregistré. Votre saisie est encore sur cette page : reconnectez-vous dans un nouvel onglet, puis recommencez ici.",
    sessionFormulaire:
      "Rien n’a été enregistré. Reconnectez-vous dans un nouvel onglet, puis rechargez cette page : votre navigateur proposera de renvoyer ce que vous aviez saisi.",
    seReconnecter: "Se reconnecter",
    deuxSocietes:
      "Cet onglet est resté sur {{onglet}} ; vous travaillez maintenant dans {{actuelle}}. Rien n’a été modifié, ni dans l’une ni dans l’autre.",
    uneSociete:
      "Vous travaillez maintenant dans {{actuelle}} ; cet onglet était sur une société dont vous n’êtes pas membre. Rien n’a été modifié.",
    plusMembre:
      "Vous ne faites plus partie de « {{onglet}} ». Rien de ce que vous feriez ici ne serait enregistré.",
    aucuneSociete:
      "Vous n’êtes plus dans {{onglet}} : choisissez de nouveau votre société, puis revenez à cette page.",
    voirSocietes: "Voir vos sociétés",
    continuerSociete: "Continuer dans {{actuelle}}",
    revenirSociete: "Revenir à {{onglet}}",
    saisieDerriere:
      "Ce que vous aviez saisi est encore sur la page précédente de votre navigateur.",
    accueil: "Revenir à l’accueil",
    recharger: "Recharger la page",
    copier: "Copier",
    copie: "Copié",
  },
} as const;
