import {
  parseAmount,
  parseQuantity,
  parseRate,
  parseUnitPrice,
} from "../../server/domain/amount.ts";
import type { CalendarDay } from "../../server/domain/calendar-day.ts";
import type { Acheteur, Emetteur } from "../../server/domain/emetteur.ts";
import type {
  Address,
  Ajustement,
  FactureContent,
  LigneDraft,
  TvaGroup,
} from "../../server/domain/facture.ts";
import {
  isBic,
  isIban,
  normalizeIdentifier,
  tvaNumberOf,
} from "../../server/domain/identifiers.ts";
import { aContent, anAcheteur, anEmetteur } from "./facture-fixtures.ts";
import { all, type Element, first, readXml, textAt } from "./read-xml.ts";
import { readShared } from "./shared-data.ts";

/** What the sample itself says, in cents. */
type SampleFigures = {
  readonly netsHt: readonly number[];
  readonly tva: readonly TvaGroup[];
  readonly totalHt: number;
  readonly totalTva: number;
  readonly totalTtc: number;
};

export type Sample = {
  readonly number: string;
  readonly type: "facture" | "avoir";
  readonly issuedOn: CalendarDay;
  readonly emetteur: Emetteur;
  readonly acheteur: Acheteur;
  readonly content: FactureContent;
  readonly figures: SampleFigures;
  readonly preceding: readonly { readonly number: string; readonly issuedOn: CalendarDay }[];
};

/** Samples the product re-enters with their own parties, dates and figures. */
export const reenteredSamples = [
  "fnfe_UC1_380_service_S1",
  "fnfe_UC4_380_disputed",
  "fnfe_UC5b_381_credit_note",
  ...["01", "02", "03", "04", "05", "06", "07"].map((number) => `own_D${number}`),
] as const;

/** Foreign examples re-entered by a French société, in euros, their rates replaced: only an oracle knows the totals. */
export const transposedSamples = [
  "cen_CII_business_example_01",
  "cen_CII_business_example_02",
  "cen_CII_example4",
] as const;

/** Samples the product cannot hold today, and why. */
export const samplesOutOfScope = {
  fnfe_UC4b_384_corrective: "type 384: a correction is an avoir and a new facture",
  fnfe_UC12_sublines_EXTENDED: "EXTENDED profile: sub-lines do not exist in EN 16931",
  fnfe_UC1_380_UBL: "UBL syntax of UC1, which is re-entered from its CII",
  "cen_ubl-tc434-example1_UBL": "UBL syntax, in kroner",
  "cen_CII-BR-CO-10-RoundingIssue": "worth 0,00 € under a category (Z) France does not know",
  own_D08: "deposit invoice (386), not offered yet",
  own_D09: "final invoice after a deposit (BT-23 S4), not offered yet",
} as const;

/** Foreign rates as the French rate that takes their place. */
const FRENCH_RATES: Readonly<Record<number, number>> = {
  2500: 2000,
  1900: 2000,
  1500: 1000,
  1200: 550,
};

const read = (value: number | null): number => {
  if (value === null) throw new Error("the sample holds an unreadable number");
  return value;
};
const cents = (element: Element | undefined, path: string) =>
  read(parseAmount(textAt(element, path) || "0"));
const dayOf = (text: string): CalendarDay => text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
const schemed = (party: Element | undefined, path: string, scheme: string) =>
  all(party, path)
    .find(({ attributes }) => attributes["schemeID"] === scheme)
    ?.text.trim() ?? "";

function addressOf(party: Element | undefined): Address {
  const address = first(party, "PostalTradeAddress");
  return {
    line1: textAt(address, "LineOne"),
    line2: textAt(address, "LineTwo"),
    zip: textAt(address, "PostcodeCode"),
    city: textAt(address, "CityName"),
    country: textAt(address, "CountryID"),
  };
}

function adjustmentOf(element: Element): Ajustement {
  return {
    sens: textAt(element, "ChargeIndicator/Indicator") === "true" ? "frais" : "remise",
    mode: "montant",
    valeur: cents(element, "ActualAmount"),
    motif: textAt(element, "Reason"),
  };
}

/** The sample spreads a document discount per rate; the user types it once. */
function documentAdjustments(settlement: Element | undefined): Ajustement[] {
  const merged = new Map<string, Ajustement>();
  for (const one of all(settlement, "SpecifiedTradeAllowanceCharge").map(adjustmentOf)) {
    const key = `${one.sens} ${one.motif}`;
    merged.set(key, { ...one, valeur: one.valeur + (merged.get(key)?.valeur ?? 0) });
  }
  return [...merged.values()].filter(({ valeur }) => valeur > 0);
}

/** BT-23 says goods, services or both, not which ligne is which: in a mixed document the first one is goods. */
const natureOf = (process: string, index: number) =>
  process.startsWith("B") || (process.startsWith("M") && index === 0) ? "bien" : "service";

function ligneOf(line: Element, index: number, process: string): LigneDraft {
  const settlement = first(line, "SpecifiedLineTradeSettlement");
  const quantity = first(line, "SpecifiedLineTradeDelivery/BilledQuantity");
  const price = textAt(line, "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount");
  return {
    kind: "ligne",
    designation: textAt(line, "SpecifiedTradeProduct/Name"),
    description: textAt(line, "SpecifiedTradeProduct/Description"),
    quantity: read(parseQuantity(quantity?.text.trim() ?? "")),
    unit: quantity?.attributes["unitCode"] ?? "",
    unitPriceHt: read(parseUnitPrice(price)),
    rate: read(parseRate(textAt(settlement, "ApplicableTradeTax/RateApplicablePercent") || "0")),
    nature: natureOf(process, index),
    ajustements: all(settlement, "SpecifiedTradeAllowanceCharge").map(adjustmentOf),
    produitId: null,
  };
}

function groupOf(tax: Element): TvaGroup {
  return {
    category: textAt(tax, "CategoryCode") as TvaGroup["category"],
    rate: read(parseRate(textAt(tax, "RateApplicablePercent") || "0")),
    baseHt: cents(tax, "BasisAmount"),
    tva: cents(tax, "CalculatedAmount"),
  };
}

const operationOf = (vatex: string): FactureContent["operation"] =>
  vatex === "VATEX-FR-AE" ? "sous_traitance_btp" : "standard";

function emetteurOf(
  seller: Element | undefined,
  settlement: Element | undefined,
  vatex: string,
): Emetteur {
  const base = anEmetteur();
  const siren = schemed(seller, "SpecifiedLegalOrganization/ID", "0002");
  const isFranchise = vatex === "VATEX-FR-FRANCHISE";
  const account = "SpecifiedTradeSettlementPaymentMeans";
  const iban = normalizeIdentifier(
    textAt(settlement, `${account}/PayeePartyCreditorFinancialAccount/IBANID`),
  );
  const bic = textAt(settlement, `${account}/PayeeSpecifiedCreditorFinancialInstitution/BICID`);
  const nom = textAt(seller, "Name");
  return {
    ...base,
    nom: nom.replace(/ EI$/, ""),
    isEi: nom.endsWith(" EI"),
    ...(nom.endsWith(" EI") ? { formeJuridique: "", rcs: "", capital: null } : {}),
    siren,
    siret: schemed(seller, "GlobalID", "0009"),
    tvaNumber: isFranchise ? "" : tvaNumberOf(siren),
    regime: isFranchise ? "franchise" : "reel",
    address: addressOf(seller),
    iban: isIban(iban) ? iban : base.iban,
    bic: isBic(bic) ? bic : "",
  };
}

const acheteurOf = (buyer: Element | undefined): Acheteur =>
  anAcheteur({
    nom: textAt(buyer, "Name"),
    siren: schemed(buyer, "SpecifiedLegalOrganization/ID", "0002"),
    siret: schemed(buyer, "GlobalID", "0009"),
    tvaNumber: schemed(buyer, "SpecifiedTaxRegistration/ID", "VA"),
    email: textAt(buyer, "DefinedTradeContact/EmailURIUniversalCommunication/URIID"),
    address: addressOf(buyer),
  });

function figuresOf(lines: readonly Element[], settlement: Element | undefined): SampleFigures {
  const totals = first(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation");
  const net =
    "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount";
  return {
    netsHt: lines.map((line) => cents(line, net)),
    tva: all(settlement, "ApplicableTradeTax").map(groupOf),
    totalHt: cents(totals, "TaxBasisTotalAmount"),
    totalTva: cents(totals, "TaxTotalAmount"),
    totalTtc: cents(totals, "GrandTotalAmount"),
  };
}

/** A sample in CII syntax as what a user would type: the société, the client and the sheet, and the sample's figures. */
export function sampleToFacture(xml: string): Sample {
  const root = readXml(xml);
  const document = first(root, "ExchangedDocument");
  const transaction = first(root, "SupplyChainTradeTransaction");
  const agreement = first(transaction, "ApplicableHeaderTradeAgreement");
  const settlement = first(transaction, "ApplicableHeaderTradeSettlement");
  const lines = all(transaction, "IncludedSupplyChainTradeLineItem");
  const process = textAt(
    root,
    "ExchangedDocumentContext/BusinessProcessSpecifiedDocumentContextParameter/ID",
  );
  const delivered = textAt(
    transaction,
    "ApplicableHeaderTradeDelivery/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString",
  );
  const shipTo = first(transaction, "ApplicableHeaderTradeDelivery/ShipToTradeParty");
  const due = textAt(settlement, "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString");
  const vatex = textAt(settlement, "ApplicableTradeTax/ExemptionReasonCode");
  return {
    number: textAt(document, "ID"),
    type: textAt(document, "TypeCode") === "381" ? "avoir" : "facture",
    issuedOn: dayOf(textAt(document, "IssueDateTime/DateTimeString")),
    emetteur: emetteurOf(first(agreement, "SellerTradeParty"), settlement, vatex),
    acheteur: acheteurOf(first(agreement, "BuyerTradeParty")),
    content: aContent({
      purchaseOrder: textAt(agreement, "BuyerOrderReferencedDocument/IssuerAssignedID"),
      buyerReference: textAt(agreement, "BuyerReference"),
      operation: operationOf(vatex),
      deliveredOn: delivered === "" ? null : dayOf(delivered),
      echeance: due === "" ? { mode: "jours", days: 30 } : { mode: "date", on: dayOf(due) },
      shipTo: shipTo ? { name: textAt(shipTo, "Name"), ...addressOf(shipTo) } : null,
      lignes: lines.map((line, i) => ligneOf(line, i, process)),
      ajustements: documentAdjustments(settlement),
    }),
    figures: figuresOf(lines, settlement),
    preceding: all(settlement, "InvoiceReferencedDocument").map((one) => ({
      number: textAt(one, "IssuerAssignedID"),
      issuedOn: dayOf(textAt(one, "FormattedIssueDateTime/DateTimeString")),
    })),
  };
}

export const readSample = (name: string): Sample =>
  sampleToFacture(readShared(`samples/valid/${name}.xml`));

/**
 * A foreign example as a French société would type it: own parties, own day, French rates, exempt lignes under art. 261. Its
 * figures no longer hold; the lignes do.
 */
export function transposedSample(
  name: string,
): Pick<Sample, "emetteur" | "acheteur" | "content" | "issuedOn"> {
  const { content } = readSample(name);
  const lignes = content.lignes.map((ligne) => ({
    ...ligne,
    rate: FRENCH_RATES[ligne.rate] ?? ligne.rate,
    ajustements: ligne.ajustements.map((one) => ({ ...one, motif: one.motif || "Remise" })),
  }));
  const isExempt = lignes.some(({ rate }) => rate === 0);
  return {
    emetteur: anEmetteur(),
    acheteur: anAcheteur(),
    issuedOn: "2026-11-22",
    content: {
      ...content,
      lignes,
      shipTo: null,
      echeance: { mode: "jours", days: 30 },
      operation: isExempt ? "exoneree_261" : "standard",
      exemptionArticle: isExempt ? "261-5" : "",
    },
  };
}
