import type { fonctionnalites as fr } from "../fr/fonctionnalites";
import type { Twin } from "../twin";

export const fonctionnalites = {
  onglet: "Features",
  titre: "What FacturePro does, and what proves it",
  chapo:
    "This page is not written by hand: a feature is on it only if all the tests that prove it pass. One that fails goes away.",
  bilan: "{{tests}} tests passed for {{fonctionnalites}} features, on {{jour}}.",
  preuves_one: "{{count}} test proves it",
  preuves_other: "{{count}} tests prove it",
  anglais: "The tests are written in English, in the product’s own code.",
  voirTarifs: "See the prices",
  liste: {
    numeros: {
      titre: "Numbers without a gap",
      texte: "Fifty issues at the same instant, fifty numbers in a row; a refusal uses none.",
    },
    facturx: {
      titre: "Factur-X by construction",
      texte:
        "Every issued document carries its XML, in the three templates, and its page says the same.",
    },
    mentions: {
      titre: "Legal mentions by themselves",
      texte:
        "The facts of the invoice decide which mentions are printed, as the law stands that day.",
    },
    calculs: {
      titre: "Totals right to the cent",
      texte: "VAT is rounded once per rate, discounts are spread without losing a cent.",
    },
    inalterable: {
      titre: "Invoices that never change",
      texte:
        "An issued invoice is neither changed nor erased, even in the database; one changed byte shows.",
    },
    avoirs: {
      titre: "Credit notes, of a part or of all",
      texte: "Their own series of numbers, linked to the invoice, never beyond what is left of it.",
    },
    reglements: {
      titre: "Payments followed",
      texte: "In parts, never counted twice, and a QR code for transfers that the bank can read.",
    },
    pilotage: {
      titre: "A dashboard that follows VAT",
      texte: "VAT due on payment or on issue, what is late by age, what falls due next.",
    },
    debut: {
      titre: "A first invoice soon issued",
      texte: "The SIRET gives the SIREN and the VAT number; the first steps tick themselves.",
    },
    separation: {
      titre: "A database of your own",
      texte: "Each company has its file, and never reads another.",
    },
    direct: {
      titre: "Working together, live",
      texte: "What a colleague creates or issues shows in your lists, and in no other company.",
    },
    equipe: {
      titre: "A team and its rights",
      texte: "One joins by a link that serves once; a changed role acts on the next request.",
    },
    acces: {
      titre: "Protected access",
      texte: "Second factor, recovery codes, and the password asked again to change the IBAN.",
    },
    langues: {
      titre: "Invoices in English",
      texte:
        "A client who reads English gets theirs in English, the law’s sentences kept in French.",
    },
    reprise: {
      titre: "Taking over the former FacturePro",
      texte:
        "Companies, people, clients and documents taken over, as often as needed, nothing twice.",
    },
    sortie: {
      titre: "Your data go with you",
      texte: "All the registers, the journal and both files of each document, at once.",
    },
  },
} as const satisfies Twin<typeof fr>;
