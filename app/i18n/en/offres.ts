import type { offres as fr } from "../fr/offres";
import type { Twin } from "../twin";

export const offres = {
  onglet: "Pricing",
  titre: "One price a month, nothing hidden.",
  titreSuite: "Leaving costs €0.",
  chapo:
    "Only issued invoices count: drafts, credit notes and customers are free. Every company starts with 14 days of Pro, without a card.",
  rythme: "Payment rhythm",
  mois: "Monthly",
  an: "Yearly, 2 months free",
  pourToujours: "for ever",
  htParMois: "a month, excl. VAT",
  htParAn: "a year, excl. VAT",
  soitParMois: "a year excl. VAT, that is {{prix}} a month",
  pour: {
    gratuit: "To get started",
    essentiel: "For a small team",
    pro: "To invoice every day",
    entreprise: "For several departments",
  },
  factures_one: "invoice a month",
  factures_other: "invoices a month",
  facturesSansLimite: "invoices, no limit",
  utilisateurs_one: "{{count}} user",
  utilisateurs_other: "{{count}} users",
  utilisateursSansLimite: "Unlimited users",
  stockage: "{{taille}} of storage",
  stockageSansLimite: "Unlimited storage",
  sansLimite: "No limit",
  octets: { mo: "{{nombre}} MB", go: "{{nombre}} GB" },
  commencer: "Start",
  choisir: "Choose {{nom}}",
  comparer: "Compare everything",
  comparaison: "Comparison of the plans",
  compris: "Included",
  nonCompris: "Not included",
  colonne: "What is included",
  lignes: {
    factures: "Invoices a month",
    utilisateurs: "Users",
    stockage: "Storage",
    facturx: "Factur-X, credit notes, payments",
    numeros: "Numbers without a gap, unalterable invoices",
    base: "Your own database, apart from the others",
    marque: "Your logo and colours",
    sobre: "The Sobre document template",
    modeles: "The Bandeau and Atelier templates",
  },
  modelesCourt: "All document templates",
  communCourt: "Factur-X, credit notes, payments",
  taxes: "Prices exclude tax; French VAT at 20% is added. Card or SEPA direct debit.",
  role: "Your company’s plan is chosen with somebody who administers it.",
  faq: {
    titre: "Before you choose",
    depasse: "What if I go over the limit?",
    depasseReponse:
      "Issuing waits for the next period or for a larger plan. Nothing more is charged, nothing is deleted.",
    refus: "What if my card is refused?",
    refusReponse:
      "14 days of grace, everything stays allowed. Then read only: reading, downloading, recording a payment and making a credit note stay open.",
    change: "What if I change plans?",
    changeReponse:
      "Upwards, at once: you only pay the difference until the end of the period. Downwards, at the end of what is paid.",
    pars: "What if I leave?",
    parsReponse:
      "You move to Gratuit at the end of what is paid. Your invoices, their PDF and their XML remain yours, readable and downloadable.",
    comptable: "And my accountant?",
    comptableReponse:
      "Their seat is free: it is not counted among the users. They read and download, without issuing anything.",
    essai: "And after the trial?",
    essaiReponse:
      "Without a card, you move to Gratuit on the fifteenth day. Your customers, products and invoices stay where they are.",
  },
} as const satisfies Twin<typeof fr>;
