import type { TvaGroup } from "../facture.ts";
import { nomLegal } from "../nom-legal.ts";
import type { ReglementMethod } from "../reglement.ts";
import type { Snapshot } from "../snapshot.ts";
import { ajustement, line, rateOf } from "./cii-lines.ts";
import { buyer, seller, shipTo } from "./cii-parties.ts";
import { amount, day, group, leaf } from "./cii-xml.ts";

const STEM = "urn:un:unece:uncefact:data:standard:";
const NAMESPACES = Object.entries({
  rsm: "CrossIndustryInvoice",
  qdt: "QualifiedDataType",
  ram: "ReusableAggregateBusinessInformationEntity",
  udt: "UnqualifiedDataType",
})
  .map(([prefix, name]) => ` xmlns:${prefix}="${STEM}${name}:100"`)
  .join("");

/** UNTDID 1001. */
const TYPES = { facture: "380", avoir: "381" } as const;
const SEPA_TRANSFER = "58";
/** UNTDID 4461, BT-81: how a facture already paid was. */
const PAID_BY: Readonly<Record<ReglementMethod, string>> = {
  virement: SEPA_TRANSFER,
  carte: "48",
  cheque: "20",
  especes: "10",
  prelevement: "59",
  effet: "24",
  autre: "1",
};

type Note = { readonly text: string; readonly code: string };

/** BG-1: the mentions that travel, the routing, then the words of the société. */
export function notesOf({ mentions, routing, subject, note }: Snapshot): readonly Note[] {
  return [
    ...mentions.flatMap(({ text, noteCode }) => (noteCode ? [{ text, code: noteCode }] : [])),
    { text: routing, code: "BAR" },
    { text: subject, code: "AAI" },
    { text: note, code: "SUR" },
  ].filter(({ text }) => text.trim() !== "");
}

const context = ({ process }: Snapshot) =>
  group(
    "rsm:ExchangedDocumentContext",
    group("ram:BusinessProcessSpecifiedDocumentContextParameter", leaf("ram:ID", process)),
    group(
      "ram:GuidelineSpecifiedDocumentContextParameter",
      leaf("ram:ID", "urn:cen.eu:en16931:2017"),
    ),
  );

const header = (snapshot: Snapshot) =>
  group(
    "rsm:ExchangedDocument",
    leaf("ram:ID", snapshot.number),
    leaf("ram:TypeCode", TYPES[snapshot.type]),
    day("ram:IssueDateTime", snapshot.issuedOn),
    ...notesOf(snapshot).map(({ text, code }) =>
      group("ram:IncludedNote", leaf("ram:Content", text), leaf("ram:SubjectCode", code)),
    ),
  );

const agreement = (snapshot: Snapshot) =>
  group(
    "ram:ApplicableHeaderTradeAgreement",
    leaf("ram:BuyerReference", snapshot.buyerReference),
    seller(snapshot),
    buyer(snapshot),
    group("ram:BuyerOrderReferencedDocument", leaf("ram:IssuerAssignedID", snapshot.purchaseOrder)),
  );

/** BT-72 is always said: the element may not be empty, and goods sold in the Union need it (BR-IC-11). */
const delivery = (snapshot: Snapshot) =>
  group(
    "ram:ApplicableHeaderTradeDelivery",
    shipTo(snapshot),
    group(
      "ram:ActualDeliverySupplyChainEvent",
      day("ram:OccurrenceDateTime", snapshot.deliveredOn ?? snapshot.issuedOn),
    ),
  );

/** BG-16: a SEPA transfer to the société, or how it was paid; an avoir is not to be paid, and says nothing. */
function paymentMeans({ type, emetteur, acquittement }: Snapshot): string {
  const code = acquittement ? PAID_BY[acquittement.method] : SEPA_TRANSFER;
  if (type === "avoir") return "";
  if (code !== SEPA_TRANSFER)
    return group("ram:SpecifiedTradeSettlementPaymentMeans", leaf("ram:TypeCode", code));
  if (emetteur.iban === "") return "";
  return group(
    "ram:SpecifiedTradeSettlementPaymentMeans",
    leaf("ram:TypeCode", SEPA_TRANSFER),
    group(
      "ram:PayeePartyCreditorFinancialAccount",
      leaf("ram:IBANID", emetteur.iban),
      leaf("ram:AccountName", nomLegal(emetteur)),
    ),
    group("ram:PayeeSpecifiedCreditorFinancialInstitution", leaf("ram:BICID", emetteur.bic)),
  );
}

/** BG-23. */
function tvaGroup({ category, rate, baseHt, tva }: TvaGroup, snapshot: Snapshot): string {
  const exemption = snapshot.exemptions.find((one) => one.category === category);
  return group(
    "ram:ApplicableTradeTax",
    leaf("ram:CalculatedAmount", amount(tva)),
    leaf("ram:TypeCode", "VAT"),
    leaf("ram:ExemptionReason", exemption?.reason ?? ""),
    leaf("ram:BasisAmount", amount(baseHt)),
    leaf("ram:CategoryCode", category),
    leaf("ram:ExemptionReasonCode", exemption?.vatex ?? ""),
    leaf("ram:DueDateTypeCode", snapshot.tvaDueCode ?? ""),
    rateOf(category, rate),
  );
}

/** BG-22: charges come before allowances; what is paid already comes off what is due (BR-CO-16). */
const summation = ({ totals, acquittement }: Snapshot) =>
  group(
    "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
    leaf("ram:LineTotalAmount", amount(totals.lignesHt)),
    leaf("ram:ChargeTotalAmount", amount(totals.fraisHt)),
    leaf("ram:AllowanceTotalAmount", amount(totals.remisesHt)),
    leaf("ram:TaxBasisTotalAmount", amount(totals.totalHt)),
    leaf("ram:TaxTotalAmount", amount(totals.totalTva), { currencyID: "EUR" }),
    leaf("ram:GrandTotalAmount", amount(totals.totalTtc)),
    leaf("ram:TotalPrepaidAmount", acquittement ? amount(totals.totalTtc) : ""),
    leaf("ram:DuePayableAmount", amount(acquittement ? 0 : totals.totalTtc)),
  );

const settlement = (snapshot: Snapshot) =>
  group(
    "ram:ApplicableHeaderTradeSettlement",
    leaf("ram:PaymentReference", snapshot.number),
    leaf("ram:InvoiceCurrencyCode", "EUR"),
    paymentMeans(snapshot),
    ...snapshot.totals.tva.map((one) => tvaGroup(one, snapshot)),
    ...snapshot.ajustements.map((one) => ajustement(one, "document")),
    group(
      "ram:SpecifiedTradePaymentTerms",
      leaf("ram:Description", snapshot.paymentTerms),
      snapshot.dueOn ? day("ram:DueDateDateTime", snapshot.dueOn) : "",
    ),
    summation(snapshot),
    ...snapshot.preceding.map(({ number, issuedOn }) =>
      group(
        "ram:InvoiceReferencedDocument",
        leaf("ram:IssuerAssignedID", number),
        day("ram:FormattedIssueDateTime", issuedOn, "qdt"),
      ),
    ),
  );

/**
 * The CII D22B document of a snapshot, EN 16931 profile of Factur-X 1.09: a pure function of it, elements in the order
 * of the XSD, no empty element. UTF-8 without BOM once encoded.
 */
export function renderCii(snapshot: Snapshot): string {
  const lignes = snapshot.lignes.filter(({ kind }) => kind === "ligne");
  const transaction = group(
    "rsm:SupplyChainTradeTransaction",
    ...lignes.map((ligne, i) => line(ligne, i + 1)),
    agreement(snapshot),
    delivery(snapshot),
    settlement(snapshot),
  );
  const root = `rsm:CrossIndustryInvoice`;
  const content = context(snapshot) + header(snapshot) + transaction;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${NAMESPACES}>${content}</${root}>\n`;
}
