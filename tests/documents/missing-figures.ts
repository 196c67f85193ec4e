import { parseAmount, parseQuantity, parseUnitPrice } from "#server/domain/amount";
import { formatDecimal } from "#server/domain/decimal";
import { withoutSpaces } from "../support/pdf-text.ts";
import { all, type Element, first, readXml, textAt } from "../support/read-xml.ts";

const french = (value: number | null, scale: number, decimals: number) =>
  formatDecimal(value ?? Number.NaN, scale, decimals);
const amount = (from: Element | undefined, path: string) => {
  const text = textAt(from, path);
  return text === "" ? [] : [french(parseAmount(text), 2, 2)];
};

/** What a page must show of a line, in the order of its columns. */
function lineFigures(line: Element): string {
  const quantity = textAt(line, "SpecifiedLineTradeDelivery/BilledQuantity");
  const price = textAt(line, "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount");
  const rate = textAt(
    line,
    "SpecifiedLineTradeSettlement/ApplicableTradeTax/RateApplicablePercent",
  );
  const net = amount(
    line,
    "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount",
  );
  return JSON.stringify({
    quantity: french(parseQuantity(quantity), 4, 0),
    price: french(parseUnitPrice(price), 6, 2),
    rate: `${french(parseAmount(rate || "0"), 2, 0)}%`,
    net: net[0],
  });
}

/** A discount is printed with a minus sign, a charge without. */
function adjustment(of: Element): string {
  const amount = parseAmount(textAt(of, "ActualAmount")) ?? Number.NaN;
  return french(textAt(of, "ChargeIndicator/Indicator") === "true" ? amount : -amount, 2, 2);
}

/** Amounts of the head of the document, wherever they stand on the page. */
function headFigures(settlement: Element | undefined): string[] {
  const sum = first(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation");
  const taxes = all(settlement, "ApplicableTradeTax");
  const tva = taxes.length > 1 ? taxes : [];
  return [
    ...amount(sum, "TaxBasisTotalAmount"),
    ...amount(sum, "GrandTotalAmount"),
    ...amount(sum, "DuePayableAmount"),
    ...(textAt(sum, "TaxTotalAmount") === "0.00" ? [] : amount(sum, "TaxTotalAmount")),
    ...tva.flatMap((tax) => [...amount(tax, "BasisAmount"), ...amount(tax, "CalculatedAmount")]),
    ...all(settlement, "SpecifiedTradeAllowanceCharge").map(adjustment),
  ];
}

/**
 * The figures of the XML that the pages do not show: number, every ligne by its row of figures, totals, TVA by rate,
 * document discounts. None when paper and XML agree.
 */
export function missingFigures(pages: readonly string[], xml: string): string[] {
  const root = readXml(xml);
  const text = withoutSpaces(pages.join("\n"));
  const transaction = first(root, "SupplyChainTradeTransaction");
  const settlement = first(transaction, "ApplicableHeaderTradeSettlement");
  const number = textAt(root, "ExchangedDocument/ID");
  const lines = all(transaction, "IncludedSupplyChainTradeLineItem").map(lineFigures);
  const isMissing = (figure: string) => !text.includes(withoutSpaces(figure));
  let from = 0;
  const missingLines = lines.filter((line) => {
    const { quantity, price, rate, net } = JSON.parse(line) as Record<string, string>;
    const escaped = [quantity, price, rate, net].map((it) =>
      withoutSpaces(it ?? "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
    );
    // quantity, unit, price, rate (hidden where no rate is due), net; lignes keep their order
    const [q, p, r, n] = escaped;
    const row = new RegExp(`${q}\\D{0,9}${p}(?:${r})?${n}`, "g");
    row.lastIndex = from;
    const found = row.exec(text);
    if (found) from = row.lastIndex;
    return !found;
  });
  return [number, ...headFigures(settlement)].filter(isMissing).concat(missingLines);
}
