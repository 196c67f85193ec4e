import type { TaxRate } from "./objects/catalogue.ts";
import type { Customer } from "./objects/customer.ts";
import type { LineTax } from "./objects/invoice.ts";
import type { Sandbox } from "./sandbox.ts";

const eu =
  "AT BE BG CY CZ DE DK EE EL ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

/** Percents, and why: what Stripe Tax would find for an operator established in France. */
export type TaxTreatment = {
  readonly percent: number;
  readonly reason: string;
  readonly rate: string | null;
};

/** Null when nothing asks for tax: neither rates of our own nor automatic tax. */
export function treatmentOf(
  sandbox: Sandbox,
  customer: Customer | null,
  { automatic, rates }: { automatic: boolean; rates: readonly TaxRate[] },
): TaxTreatment | null {
  const [own] = rates;
  if (own) return { percent: own.percentage, reason: "standard_rated", rate: own.id };
  if (!automatic || customer === null) return null;
  if (customer.tax_exempt === "exempt")
    return { percent: 0, reason: "customer_exempt", rate: null };
  const country = customer.address?.country ?? "FR";
  if (country === "FR") return { percent: 20, reason: "standard_rated", rate: null };
  if (!eu.includes(country)) return { percent: 0, reason: "not_subject_to_tax", rate: null };
  const isBusiness =
    customer.tax_exempt === "reverse" ||
    Object.values(sandbox.state.taxIds).some(
      (one) => one.customer === customer.id && one.type === "eu_vat",
    );
  return isBusiness
    ? { percent: 0, reason: "reverse_charge", rate: null }
    : { percent: 20, reason: "standard_rated", rate: null };
}

export function lineTaxes(amount: number, treatment: TaxTreatment | null): LineTax[] {
  if (treatment === null) return [];
  return [
    {
      amount: Math.round((amount * treatment.percent) / 100),
      tax_behavior: "exclusive",
      tax_rate_details: treatment.rate === null ? null : { tax_rate: treatment.rate },
      taxability_reason: treatment.reason,
      taxable_amount: amount,
      type: "tax_rate_details",
    },
  ];
}

/** One line per rate of a whole invoice. */
export function totalTaxes(lines: readonly { taxes: readonly LineTax[] }[]): LineTax[] {
  const byRate = new Map<string, LineTax>();
  for (const tax of lines.flatMap((line) => line.taxes)) {
    const key = `${tax.tax_rate_details?.tax_rate}:${tax.taxability_reason}`;
    const sum = byRate.get(key);
    if (sum) {
      sum.amount += tax.amount;
      sum.taxable_amount += tax.taxable_amount;
    } else byRate.set(key, { ...tax });
  }
  return [...byRate.values()];
}
