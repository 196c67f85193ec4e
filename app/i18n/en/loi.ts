import type { loi as fr } from "../fr/loi";
import type { Twin } from "../twin";

export const loi = {
  demander: "What the rule says: {{point}}",
  legifrance: "to be read on Légifrance",
  points: {
    archives: {
      titre: "Keeping documents",
      texte:
        "Issued invoices are kept ten years from the end of the financial year, and six years for tax, in their original electronic format.",
    },
    avoir: {
      titre: "Credit note",
      texte:
        "A credit note is an invoice: its own number in an unbroken series, all the mentions, and the number and date of the invoice it corrects.",
    },
    delai: {
      titre: "Payment terms",
      texte:
        "Between businesses: 30 days after receipt if nothing is agreed; at most 60 days after the invoice, or 45 days end of month if both sides agree.",
    },
    escompte: {
      titre: "Early-payment discount",
      texte:
        "The invoice says on what terms an early payment earns a discount, or that there is none.",
    },
    iban: {
      titre: "IBAN",
      texte:
        "Its key is checked before it is kept. It is printed with a QR code that your client’s banking application reads: payee, account, amount, reference.",
    },
    identite: {
      titre: "Identity on documents",
      texte:
        "Name, legal form, SIREN and town of the registry, and the capital of companies that have one.",
    },
    indemnite: {
      titre: "Recovery indemnity",
      texte:
        "€40 for each invoice a business pays late, a mention printed by itself. No VAT on it, and none of it for a consumer.",
    },
    mentions: {
      titre: "Legal mentions",
      texte:
        "They follow from facts of the invoice and add themselves. A missing one costs €15, up to a quarter of the invoice.",
    },
    numeroTva: {
      titre: "VAT number",
      texte:
        "It stands on every invoice of whoever collects VAT. For a French company it is computed from the SIREN.",
    },
    numerotation: {
      titre: "Numbering",
      texte:
        "A unique number, in a chronological and unbroken series, given on issue and never to a draft. Several series are allowed if the activity justifies it.",
    },
    penalites: {
      titre: "Late-payment penalties",
      texte:
        "Their rate stands on invoices between businesses: at least three times the legal interest rate, due without a reminder.",
    },
    regime: {
      titre: "Exempt small business",
      texte:
        "No VAT is invoiced under the exemption, and the invoice carries “TVA non applicable, art. 293 B du CGI”.",
    },
  },
} as const satisfies Twin<typeof fr>;
