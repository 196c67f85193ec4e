import { formatEuros } from "#server/domain/amount";
import { amountInWords } from "#server/domain/amount-in-words";
import { formatLongDay } from "#server/domain/calendar";
import type { TvaCategory } from "#server/domain/facture";
import type { Langue } from "#server/domain/langue";
import type { Snapshot } from "#server/domain/snapshot";
import { acquittementInEnglish, termsInEnglish } from "./terms-in-english.ts";

const NBSP = "\u00a0";

type Untaxed = Exclude<TvaCategory, "S">;

/** « 30 jours » → « Paiement à 30 jours, par virement. » */
function termsInFrench(paymentTerms: string, isTransfer: boolean): string {
  const terms = paymentTerms.charAt(0).toLowerCase() + paymentTerms.slice(1);
  const to = /^\d/.test(terms) ? "à " : "";
  return `Paiement ${to}${terms}${isTransfer ? ", par virement" : ""}.`;
}

const fr = {
  labels: {
    seller: "Émetteur",
    buyer: "Client",
    shipTo: "Livraison",
    totals: "Récapitulatif",
    amount: "Montant",
    subtotal: "Sous-total",
    carried: "À reporter",
    brought: "Report",
    page: [`Page${NBSP}`, ` sur${NBSP}`] as readonly [string, string],
  },
  headings: { facture: "Facture", avoir: "Avoir" },
  numberLabel: `N°${NBSP}`,
  columns: {
    name: "Désignation",
    quantity: "Quantité",
    price: "Prix unit. HT",
    rate: "TVA",
    net: "Total HT",
  },
  currencySuffix: `${NBSP}€`,
  mentionsHeading: "Conditions",
  payment: {
    heading: "Règlement",
    reference: "Référence",
    credit: (numbers: readonly string[]) => {
      const facture = numbers.map((number) => `n°${NBSP}${number}`).join(", ");
      return `À déduire de la facture${facture && ` ${facture}`}, ou à vous rembourser si elle est déjà réglée.`;
    },
    terms: termsInFrench,
    acquitted: ({ paymentTerms }: Snapshot) => paymentTerms,
    qrAlt: (amount: string, to: string) => `QR code de virement SEPA${NBSP}: ${amount} à ${to}`,
    qrCaption: `Virement${NBSP}: scannez avec l’application de votre banque.`,
  },
  payable: {
    facture: "Net à payer",
    avoir: "Net en votre faveur",
    by: (day: string) => `au plus tard le ${formatLongDay(day)}`,
  },
  closing: ({ type, totals }: Snapshot) =>
    `${type === "avoir" ? "Arrêté le présent avoir" : "Arrêtée la présente facture"} à la somme de ${amountInWords(totals.totalTtc)}.`,
  motif: (note: string) => `Motif${NBSP}: ${note}`,
  facts: {
    issued: "Date d’émission",
    operation: "Date de l’opération",
    delivered: "Date de livraison",
    supplied: "Date d’exécution",
    paid: "Payée le",
    due: "Échéance",
    purchaseOrder: "Bon de commande",
    reference: "Votre référence",
    nature: "Nature",
    tvaNumber: `N°${NBSP}TVA${NBSP}`,
  },
  reference: (type: Snapshot["type"], number: string, day: string) =>
    `${type === "avoir" ? "Avoir sur la facture" : "Fait suite à la facture"} n°${NBSP}${number} du ${day}`,
  totals: {
    lignes: "Total des lignes",
    paid: "Déjà réglé",
    ht: "Total HT",
    tva: "Total TVA",
    ttc: "Total TTC",
    tax: "TVA",
    columns: ["Taux", "Base HT", "Montant"] as readonly [string, string, string],
  },
  untaxed: {
    AE: "Autoliquidation",
    E: "Exonéré",
    G: "Exportation",
    K: "Intra-UE",
    O: "Hors champ",
  } satisfies Record<Untaxed, string> as Readonly<Record<Untaxed, string>>,
  remise: "Remise",
  frais: "Frais",
  gross: "Montant brut",
  empty: "Aucune ligne pour l’instant",
  demonstration: "DÉMONSTRATION",
};

/** What the page says besides the texts of the snapshot. */
export type ViewWords = typeof fr;

const en: ViewWords = {
  labels: {
    seller: "From",
    buyer: "Customer",
    shipTo: "Delivery",
    totals: "Summary",
    amount: "Amount",
    subtotal: "Subtotal",
    carried: "Carried forward",
    brought: "Brought forward",
    page: [`Page${NBSP}`, ` of${NBSP}`],
  },
  headings: { facture: "Invoice", avoir: "Credit note" },
  numberLabel: `No.${NBSP}`,
  columns: {
    name: "Description",
    quantity: "Quantity",
    price: "Unit price",
    rate: "VAT",
    net: "Net total",
  },
  currencySuffix: `${NBSP}€`,
  mentionsHeading: "Terms",
  payment: {
    heading: "Payment",
    reference: "Reference",
    credit: (numbers) => {
      const invoice = numbers.map((number) => `no.${NBSP}${number}`).join(", ");
      return `To be deducted from the invoice${invoice && ` ${invoice}`}, or refunded to you if it is already paid.`;
    },
    terms: (paymentTerms, isTransfer) =>
      `Payment ${termsInEnglish(paymentTerms)}${isTransfer ? ", by bank transfer" : ""}.`,
    acquitted: ({ acquittement, paymentTerms }) =>
      acquittement ? acquittementInEnglish(acquittement) : paymentTerms,
    qrAlt: (amount, to) => `QR code for a SEPA transfer: ${amount} to ${to}`,
    qrCaption: "Transfer: scan with your bank’s application.",
  },
  payable: {
    facture: "Amount due",
    avoir: "Amount in your favour",
    by: (day) => `by ${formatLongDay(day, "en")}`,
  },
  closing: ({ type, totals }) =>
    `This ${type === "avoir" ? "credit note" : "invoice"} is drawn up for a total of ${formatEuros(totals.totalTtc, "en")}.`,
  motif: (note) => `Reason: ${note}`,
  facts: {
    issued: "Issue date",
    operation: "Date of supply",
    delivered: "Delivery date",
    supplied: "Date of supply",
    paid: "Paid on",
    due: "Due date",
    purchaseOrder: "Purchase order",
    reference: "Your reference",
    nature: "Nature",
    tvaNumber: `VAT no.${NBSP}`,
  },
  reference: (type, number, day) =>
    `${type === "avoir" ? "Credit note on invoice" : "Follows invoice"} no.${NBSP}${number} of ${day}`,
  totals: {
    lignes: "Total of the lines",
    paid: "Already paid",
    ht: "Total excl. VAT",
    tva: "Total VAT",
    ttc: "Total incl. VAT",
    tax: "VAT",
    columns: ["Rate", "Base excl. VAT", "Amount"],
  },
  untaxed: {
    AE: "Reverse charge",
    E: "Exempt",
    G: "Export",
    K: "Intra-EU",
    O: "Outside the scope",
  },
  remise: "Discount",
  frais: "Charge",
  gross: "Gross amount",
  empty: "No line for now",
  demonstration: "DEMONSTRATION",
};

/** The language an issued document was issued in never changes: it is the buyer's, as frozen. */
export const langueOf = ({ acheteur }: Pick<Snapshot, "acheteur">): Langue =>
  acheteur.langue ?? "fr";

export const wordsOf = (snapshot: Pick<Snapshot, "acheteur">): ViewWords =>
  langueOf(snapshot) === "en" ? en : fr;
