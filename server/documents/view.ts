import { formatEuros } from "#server/domain/amount";
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
import { langueOf, wordsOf } from "./view-words.ts";

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

const brandView = ({ accent }: Marque): BrandView => ({
  color: accent,
  ink: readableInk(accent),
  on: textOn(accent),
});

function accountOf(snapshot: Snapshot): Pair[] {
  const { emetteur, number } = snapshot;
  if (!emetteur.iban || emetteur.isDemonstration) return [];
  const account: Pair[] = [
    ["IBAN", emetteur.iban.replace(/(.{4})(?=.)/g, `$1${NBSP}`)],
    ["BIC", emetteur.bic],
    [wordsOf(snapshot).payment.reference, number],
  ];
  return account.filter(([, value]) => value !== "");
}

/** On an avoir: what becomes of the credit. Neither account nor QR code: there is nothing to transfer. */
function creditView(snapshot: Snapshot): PaymentView {
  const { payment } = wordsOf(snapshot);
  const numbers = snapshot.preceding.map(({ number }) => number);
  return { heading: payment.heading, lines: [payment.credit(numbers)], account: [] };
}

/** Already paid: when and how, and nothing to transfer. */
function paidView(snapshot: Snapshot): PaymentView {
  const { payment } = wordsOf(snapshot);
  return { heading: payment.heading, lines: [`${payment.acquitted(snapshot)}.`], account: [] };
}

function termsOf(snapshot: Snapshot): string[] {
  const { paymentTerms, emetteur } = snapshot;
  if (paymentTerms === "") return [];
  return [wordsOf(snapshot).payment.terms(paymentTerms, emetteur.iban !== "")];
}

function paymentView(snapshot: Snapshot, hasQr: boolean): PaymentView {
  if (snapshot.type === "avoir") return creditView(snapshot);
  if (snapshot.acquittement) return paidView(snapshot);
  const { payment } = wordsOf(snapshot);
  const payable = formatEuros(snapshot.totals.totalTtc, langueOf(snapshot));
  const qr = {
    alt: payment.qrAlt(payable, nomLegal(snapshot.emetteur)),
    caption: payment.qrCaption,
  };
  return {
    heading: payment.heading,
    lines: termsOf(snapshot),
    account: accountOf(snapshot),
    ...(hasQr ? { qr } : {}),
  };
}

function payableView(snapshot: Snapshot): DocumentView["payable"] {
  const { type, totals, dueOn, acquittement } = snapshot;
  const { payable, payment } = wordsOf(snapshot);
  const langue = langueOf(snapshot);
  if (acquittement)
    return {
      label: payable.facture,
      amount: formatEuros(0, langue),
      due: payment.acquitted(snapshot),
    };
  return {
    label: payable[type],
    amount: formatEuros(totals.totalTtc, langue),
    due: dueOn ? payable.by(dueOn) : "",
  };
}

/** Over every page, and beside the title: what a made-up société issues is no facture. */
function demonstrationOf(snapshot: Snapshot, { stamp }: ViewOptions) {
  if (!snapshot.emetteur.isDemonstration) return { stamp };
  const { demonstration: word } = wordsOf(snapshot);
  return { stamp: stamp === "" ? word : stamp, watermark: word };
}

/** The note of an avoir is why it was made. */
function noteOf(snapshot: Snapshot): string[] {
  const { type, note } = snapshot;
  return paragraphs(type === "avoir" && note ? wordsOf(snapshot).motif(note) : note);
}

const sheet = (snapshot: Snapshot) => ({
  sections: sectionsOf(snapshot),
  totals: totalsOf(snapshot),
  vat: vatOf(snapshot),
  payable: payableView(snapshot),
  note: noteOf(snapshot),
  closing: wordsOf(snapshot).closing(snapshot),
  mentionsHeading: wordsOf(snapshot).mentionsHeading,
  mentions: conditionsOf(snapshot),
});

/**
 * What the page says, as strings: a pure function of the snapshot, like the XML. The texts are those of the snapshot,
 * not yet limited to what the fonts can print (`printable.ts`).
 */
export function documentView(snapshot: Snapshot, options: ViewOptions): DocumentView {
  const { type, number, shipTo, marque } = snapshot;
  const langue = langueOf(snapshot);
  const words = wordsOf(snapshot);
  const seller = sellerView(snapshot);
  const heading = words.headings[type];
  const name = number === "" ? heading : `${heading} ${number}`;
  return {
    lang: langue,
    region: langue === "fr" ? "FR" : "GB",
    font: snapshot.marque.police === "source-serif" ? "Source Serif 4" : "Inter",
    titleFont: "Source Serif 4",
    title: `${name} – ${seller.name}`,
    heading,
    numberLabel: number === "" ? "" : words.numberLabel,
    number,
    ...demonstrationOf(snapshot, options),
    attached: !options.isPreview,
    createdAt: creationDate(options.issuedAt),
    brand: brandView(marque),
    window: marque.window,
    seller,
    footer: footerOf(snapshot),
    logo: { present: options.hasLogo, alt: `Logo ${seller.name}` },
    buyer: buyerView(snapshot),
    ...(shipTo ? { shipTo: { name: shipTo.name, address: addressLines(shipTo, langue) } } : {}),
    facts: factsOf(snapshot),
    details: detailsOf(snapshot),
    references: referencesOf(snapshot),
    subject: paragraphs(snapshot.subject).join(" "),
    columns: { ...words.columns, rate: hasRates(snapshot) ? words.columns.rate : "" },
    currencySuffix: words.currencySuffix,
    ...sheet(snapshot),
    payment: paymentView(snapshot, !options.isPreview && transferPayload(snapshot) !== null),
    labels: words.labels,
  };
}
