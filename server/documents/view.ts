import { formatEuros } from "#server/domain/amount";
import { amountInWords } from "#server/domain/amount-in-words";
import { formatLongDay } from "#server/domain/calendar";
import { readableInk, textOn } from "#server/domain/contrast";
import type { Marque } from "#server/domain/emetteur";
import { nomLegal } from "#server/domain/nom-legal";
import type { Snapshot } from "#server/domain/snapshot";
import type { BrandView, DocumentView, Pair, PaymentView } from "./document-view.ts";
import { transferPayload } from "./transfer-payload.ts";
import { paragraphs, sectionsOf } from "./view-lignes.ts";
import { conditionsOf, footerOf } from "./view-mentions.ts";
import {
  addressLines,
  buyerView,
  detailsOf,
  factsOf,
  referencesOf,
  sellerView,
} from "./view-parties.ts";
import { hasRates, totalsOf, vatOf } from "./view-totals.ts";

const NBSP = "\u00a0";

/** What is printed besides the snapshot: a brouillon carries its stamp and neither XML nor QR code. */
export type ViewOptions = {
  readonly stamp: "" | "BROUILLON" | "DUPLICATA" | "SIMULATION";
  readonly isPreview: boolean;
  /** Time of issue, whole seconds since 1970. */
  readonly issuedAt: number;
  readonly hasLogo: boolean;
};

function creationDate(seconds: number): DocumentView["createdAt"] {
  const at = new Date(seconds * 1000);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  };
}

const LABELS: DocumentView["labels"] = {
  seller: "Émetteur",
  buyer: "Client",
  shipTo: "Livraison",
  totals: "Récapitulatif",
  amount: "Montant",
  subtotal: "Sous-total",
  carried: "À reporter",
  brought: "Report",
  page: [`Page${NBSP}`, ` sur${NBSP}`],
};

const HEADINGS = { facture: "Facture", avoir: "Avoir" } as const;

const brandView = ({ accent }: Marque): BrandView => ({
  color: accent,
  ink: readableInk(accent),
  on: textOn(accent),
});

function accountOf({ emetteur, number }: Snapshot): Pair[] {
  if (!emetteur.iban) return [];
  const account: Pair[] = [
    ["IBAN", emetteur.iban.replace(/(.{4})(?=.)/g, `$1${NBSP}`)],
    ["BIC", emetteur.bic],
    ["Référence", number],
  ];
  return account.filter(([, value]) => value !== "");
}

/** On an avoir: what becomes of the credit. Neither account nor QR code: there is nothing to transfer. */
function creditView({ preceding }: Snapshot): PaymentView {
  const numbers = preceding.map(({ number }) => `n°${NBSP}${number}`).join(", ");
  const facture = `la facture${numbers && ` ${numbers}`}`;
  return {
    heading: "Règlement",
    lines: [`À déduire de ${facture}, ou à vous rembourser si elle est déjà réglée.`],
    account: [],
  };
}

/** Already paid: when and how, and nothing to transfer. */
const paidView = ({ paymentTerms }: Snapshot): PaymentView => ({
  heading: "Règlement",
  lines: [`${paymentTerms}.`],
  account: [],
});

/** « 30 jours » → « Paiement à 30 jours, par virement. » */
function termsOf({ paymentTerms, emetteur }: Snapshot): string[] {
  if (paymentTerms === "") return [];
  const terms = paymentTerms.charAt(0).toLowerCase() + paymentTerms.slice(1);
  const to = /^\d/.test(terms) ? "à " : "";
  return [`Paiement ${to}${terms}${emetteur.iban && ", par virement"}.`];
}

function paymentView(snapshot: Snapshot, hasQr: boolean): PaymentView {
  if (snapshot.type === "avoir") return creditView(snapshot);
  if (snapshot.acquittement) return paidView(snapshot);
  const payable = formatEuros(snapshot.totals.totalTtc);
  const beneficiary = nomLegal(snapshot.emetteur);
  const qr = {
    alt: `QR code de virement SEPA${NBSP}: ${payable} à ${beneficiary}`,
    caption: `Virement${NBSP}: scannez avec l’application de votre banque.`,
  };
  return {
    heading: "Règlement",
    lines: termsOf(snapshot),
    account: accountOf(snapshot),
    ...(hasQr ? { qr } : {}),
  };
}

function payableView(snapshot: Snapshot): DocumentView["payable"] {
  const { type, totals, dueOn, acquittement, paymentTerms } = snapshot;
  if (acquittement) return { label: "Net à payer", amount: formatEuros(0), due: paymentTerms };
  return {
    label: type === "avoir" ? "Net en votre faveur" : "Net à payer",
    amount: formatEuros(totals.totalTtc),
    due: dueOn ? `au plus tard le ${formatLongDay(dueOn)}` : "",
  };
}

function closingOf({ type, totals }: Snapshot): string {
  const opening = type === "avoir" ? "Arrêté le présent avoir" : "Arrêtée la présente facture";
  return `${opening} à la somme de ${amountInWords(totals.totalTtc)}.`;
}

/** The note of an avoir is why it was made. */
const noteOf = ({ type, note }: Snapshot) =>
  paragraphs(type === "avoir" && note ? `Motif${NBSP}: ${note}` : note);

const sheet = (snapshot: Snapshot) => ({
  sections: sectionsOf(snapshot.lignes),
  totals: totalsOf(snapshot),
  vat: vatOf(snapshot),
  payable: payableView(snapshot),
  note: noteOf(snapshot),
  closing: closingOf(snapshot),
  mentionsHeading: "Conditions",
  mentions: conditionsOf(snapshot),
});

/**
 * What the page says, as strings: a pure function of the snapshot, like the XML. The texts are those of the snapshot,
 * not yet limited to what the fonts can print (`printable.ts`).
 */
export function documentView(snapshot: Snapshot, options: ViewOptions): DocumentView {
  const { type, number, shipTo, marque } = snapshot;
  const seller = sellerView(snapshot.emetteur);
  const heading = HEADINGS[type];
  const name = number === "" ? heading : `${heading} ${number}`;
  return {
    lang: "fr",
    region: "FR",
    font: snapshot.marque.police === "source-serif" ? "Source Serif 4" : "Inter",
    titleFont: "Source Serif 4",
    title: `${name} – ${seller.name}`,
    heading,
    numberLabel: number === "" ? "" : `N°${NBSP}`,
    number,
    stamp: options.stamp,
    attached: !options.isPreview,
    createdAt: creationDate(options.issuedAt),
    brand: brandView(marque),
    window: marque.window,
    seller,
    footer: footerOf(snapshot),
    logo: { present: options.hasLogo, alt: `Logo ${seller.name}` },
    buyer: buyerView(snapshot.acheteur),
    ...(shipTo ? { shipTo: { name: shipTo.name, address: addressLines(shipTo) } } : {}),
    facts: factsOf(snapshot),
    details: detailsOf(snapshot),
    references: referencesOf(snapshot),
    subject: paragraphs(snapshot.subject).join(" "),
    columns: {
      name: "Désignation",
      quantity: "Quantité",
      price: `Prix unit. HT`,
      rate: hasRates(snapshot) ? "TVA" : "",
      net: "Total HT",
    },
    currencySuffix: `${NBSP}€`,
    ...sheet(snapshot),
    payment: paymentView(snapshot, !options.isPreview && transferPayload(snapshot) !== null),
    labels: LABELS,
  };
}
