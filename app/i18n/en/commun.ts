import type { commun as fr } from "../fr/commun";
import type { Twin } from "../twin";

export const commun = {
  produit: "FacturePro",
  nav: {
    tableau: "Dashboard",
    accueil: "Home",
    factures: "Invoices",
    clients: "Customers",
    produits: "Products",
    reglages: "Settings",
    console: "Console",
    compte: "My account",
    plus: "More",
  },
  role: {
    admin: "Administration",
    employe: "Invoicing",
    comptable: "Accounting",
  },
  roleInterdit: "Your role ({{role}}) allows you {{peut}}, not {{pas}}.",
  compteInterdit: "Your account does not allow this action.",
  rolePermet: {
    admin: "to do everything",
    employe: "to prepare invoices",
    comptable: "to read and export",
  },
  sansPermission: {
    societe: { read: "to read what the company holds" },
    factures: {
      seeOthersAmounts: "to see the amounts of other people’s documents",
      draft: "to prepare an invoice",
      issue: "to issue an invoice or a credit note",
    },
    clients: { write: "to change customers" },
    produits: { write: "to change products" },
    reglements: { record: "to record a payment" },
    exports: "to export the registers",
    abonnement: {
      manage: "to manage the subscription",
      factures: "to read the subscription’s invoices",
    },
    donnees: "to export everything or delete the company",
    journal: "to read the journal",
    reglages: "to change the settings",
    equipe: "to manage the team",
  },
  montantMasque: "hidden",
  cadre: {
    site: "Site",
    rail: "Company and navigation",
    navigation: "Main navigation",
    navigationTelephone: "Phone navigation",
    fil: "Breadcrumb",
    retour: "Back to {{page}}",
    passer: "Skip to content",
    rechercher: "Search…",
    societes: "Your companies",
    changerSociete: "Switch company",
    quitter: "Leave {{societe}}",
    deconnexion: "Log out",
  },
  apparence: {
    titre: "Appearance",
    auto: "As the system",
    clair: "Light",
    sombre: "Dark",
  },
  langue: {
    titre: "Language",
    nom: { fr: "Français", en: "English" },
  },
  actions: {
    enregistrer: "Save",
    annuler: "Cancel",
    effacerRecherche: "Clear the search",
    effacerFiltres: "Clear the filters",
    voirPlus: "Show more",
    montrer: "Show the password",
    cacher: "Hide the password",
  },
  adresse: {
    line1: "Number and street",
    line2: "Second line",
    zip: "Postcode",
    city: "Town",
    country: "Country",
  },
  formulaire: {
    aCorriger_one: "One piece of information needs correcting",
    aCorriger_other: "{{count}} pieces of information need correcting",
    facultatif: "optional",
    enregistre: "Saved.",
    horsConnexion:
      "The service does not answer. What you typed is kept on this page: check your connection, then try again.",
    inattendu:
      "Something failed on our side; nothing was saved. Try again, or give us this code: {{code}}",
  },
  fauteNumero: {
    rang: "it must contain the rank once, and only once.",
    caracteres: "only letters without accents, digits, - + _ and / are allowed.",
    longueur: "it would give numbers of more than 35 characters.",
    annee: "it must contain the year, since the rank restarts at 1 every year.",
    doublon: "the other series could give the same numbers.",
  },
  attente: {
    secondes_one: "{{count}} second",
    secondes_other: "{{count}} seconds",
    minutes_one: "{{count}} minute",
    minutes_other: "{{count}} minutes",
  },
  liste: {
    vide: "No result for “{{recherche}}”",
    videFiltres: "No result with these filters",
    tri: "Sort by {{colonne}}",
    chargement: "Loading…",
  },
  connexion: {
    perdue: "Connection lost.",
    suite:
      "What is shown dates from before the break, and what you type stays on the page. We try again every five seconds.",
    reessayer: "Try again",
    pageNonLue:
      "This page could not be read; nothing was changed. It will reload when the network is back.",
  },
  erreur: {
    tropVite: "Your requests arrive too fast",
    tropViteTexte: "Nothing is lost. Wait a minute, then reload this page.",
    societe: "Your company’s data are momentarily unavailable",
    societeTexte:
      "The FacturePro team has been told and is on it. Your issued documents are backed up every night. If you write to us, give us this code:",
    titre: "Something failed on our side",
    texte: "Nothing was saved. Try again, or give us this code:",
    introuvable: "This page does not exist",
    introuvableTexte: "The address may be incomplete, or the page does not belong to this company.",
    masque: "The amounts of this document are hidden from you",
    interdit: "Your role does not allow you to open this page",
    interditTexte:
      "Ask somebody who administers your company to open it for you, or to change your role.",
    autreSociete: "This tab was left on another company",
    autreSocieteTexte:
      "You have switched companies in the meantime; nothing was changed. Reload the page to go on in the current company.",
    session: "Your session is over",
    sessionTexte: "Reload the page to log in again; you will then come back to it.",
    sessionSaisie:
      "Your session is over; nothing was saved. What you typed is still on this page: log in again in a new tab, then try again here.",
    sessionFormulaire:
      "Nothing was saved. Log in again in a new tab, then reload this page: your browser will offer to send again what you had typed.",
    seReconnecter: "Log in again",
    deuxSocietes:
      "This tab was left on {{onglet}}; you now work in {{actuelle}}. Nothing was changed in either of them.",
    uneSociete:
      "You now work in {{actuelle}}; this tab was on a company you are not a member of. Nothing was changed.",
    plusMembre:
      "You are no longer a member of “{{onglet}}”. Nothing you would do here would be saved.",
    aucuneSociete:
      "You are no longer in {{onglet}}: choose your company again, then come back to this page.",
    voirSocietes: "See your companies",
    continuerSociete: "Go on in {{actuelle}}",
    revenirSociete: "Go back to {{onglet}}",
    saisieDerriere: "What you had typed is still on the previous page of your browser.",
    accueil: "Back to the home page",
    recharger: "Reload the page",
    copier: "Copy",
    copie: "Copied",
  },
} as const satisfies Twin<typeof fr>;
