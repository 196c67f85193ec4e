import type { premiersPas as fr } from "../fr/premiers-pas";
import type { Twin } from "../twin";

export const premiersPas = {
  titre: "First steps",
  avance: "{{faits}} of {{total}}",
  note: "From who you are to the first invoice. Each step ticks itself.",
  fait: "Done:",
  aFaire: "To do:",
  masquer: "Hide",
  masques: "First steps hidden. You will find them in Settings, Company.",
  annuler: "Undo",
  reglages: "The first steps are hidden on the dashboard.",
  montrer: "Show them again",
  etapes: {
    identite: {
      titre: "Who the company is",
      texte: "The SIRET gives the SIREN and the VAT number; the legal form and the address remain.",
    },
    tva: {
      titre: "The VAT scheme",
      texte: "Ordinary, or exempt small business (CGI, art. 293 B): it decides rates and mentions.",
    },
    numerotation: {
      titre: "The numbering",
      texte: "Coming from another tool? Give your last number: the series goes on.",
    },
    marque: {
      titre: "Logo and colours",
      texte: "Your documents and your log-in page in your own image.",
    },
    iban: {
      titre: "The IBAN",
      texte: "Asked with the first invoice. It adds a QR code for transfers to it.",
    },
    facture: {
      titre: "The first invoice",
      texte: "The first client is created within the invoice, by name or SIRET.",
    },
  },
} as const satisfies Twin<typeof fr>;
