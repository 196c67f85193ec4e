import { divideRounded } from "../decimal.ts";
import type { TvaCategory } from "../facture.ts";
import type { SnapshotAjustement, SnapshotLigne } from "../snapshot.ts";
import { amount, group, leaf, price, quantity } from "./cii-xml.ts";

/** The rate is absent under category O (BR-O-05). */
export const rateOf = (category: TvaCategory, rate: number) =>
  category === "O" ? "" : leaf("ram:RateApplicablePercent", amount(rate));

const tax = (name: string, { category, rate }: { category: TvaCategory; rate: number }) =>
  group(
    name,
    leaf("ram:TypeCode", "VAT"),
    leaf("ram:CategoryCode", category),
    rateOf(category, rate),
  );

/** UNTDID 5189: 95 is a discount. Charges go by their words alone. */
const DISCOUNT = "95";

/** Percentage and base are told only where they give the amount to the cent: a share may bear the residue. */
function derivation({ percent, baseHt, amountHt }: SnapshotAjustement): string {
  if (percent === null) return "";
  const derived = divideRounded(BigInt(baseHt) * BigInt(percent), 10_000n);
  if (derived !== BigInt(amountHt)) return "";
  return leaf("ram:CalculationPercent", amount(percent)) + leaf("ram:BasisAmount", amount(baseHt));
}

/** BG-27 and BG-28 on a ligne; BG-20 and BG-21 on the document, with their TVA category. */
export const ajustement = (one: SnapshotAjustement, level: "ligne" | "document") =>
  group(
    "ram:SpecifiedTradeAllowanceCharge",
    group("ram:ChargeIndicator", leaf("udt:Indicator", String(one.sens === "frais"))),
    derivation(one),
    leaf("ram:ActualAmount", amount(one.amountHt)),
    one.sens === "remise" ? leaf("ram:ReasonCode", DISCOUNT) : "",
    leaf("ram:Reason", one.motif),
    level === "document" ? tax("ram:CategoryTradeTax", one) : "",
  );

/** BG-25. */
export const line = (ligne: SnapshotLigne, position: number) =>
  group(
    "ram:IncludedSupplyChainTradeLineItem",
    group("ram:AssociatedDocumentLineDocument", leaf("ram:LineID", String(position))),
    group(
      "ram:SpecifiedTradeProduct",
      leaf("ram:Name", ligne.designation),
      leaf("ram:Description", ligne.description),
    ),
    group(
      "ram:SpecifiedLineTradeAgreement",
      group("ram:NetPriceProductTradePrice", leaf("ram:ChargeAmount", price(ligne.unitPriceHt))),
    ),
    group(
      "ram:SpecifiedLineTradeDelivery",
      leaf("ram:BilledQuantity", quantity(ligne.quantity), { unitCode: ligne.unit }),
    ),
    group(
      "ram:SpecifiedLineTradeSettlement",
      tax("ram:ApplicableTradeTax", ligne),
      ...ligne.ajustements.map((one) => ajustement(one, "ligne")),
      group(
        "ram:SpecifiedTradeSettlementLineMonetarySummation",
        leaf("ram:LineTotalAmount", amount(ligne.netHt)),
      ),
    ),
  );
