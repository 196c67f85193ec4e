import type { TaxId } from "./objects/customer.ts";
import type { Sandbox } from "./sandbox.ts";
import { StripeError } from "./stripe-error.ts";

const patterns: Readonly<Record<string, RegExp>> = {
  eu_vat: /^[A-Z]{2}[0-9A-Z]{8,12}$/,
};

/**
 * A VAT number of a customer. The sandbox believes whatever has the right form.
 *
 * @throws StripeError tax_id_invalid
 */
export function addTaxId(sandbox: Sandbox, customer: string, type: string, text: string): TaxId {
  const value = text.replaceAll(/[\s.]/g, "").toUpperCase();
  if (patterns[type] && !patterns[type].test(value))
    throw new StripeError(`Invalid value for ${type}.`, { code: "tax_id_invalid", param: "value" });
  const same = Object.values(sandbox.state.taxIds).find(
    (one) => one.customer === customer && one.type === type && one.value === value,
  );
  if (same) return same;
  const taxId: TaxId = {
    id: sandbox.newId("txi"),
    object: "tax_id",
    country: type === "eu_vat" ? value.slice(0, 2) : null,
    created: sandbox.now(),
    customer,
    type,
    value,
  };
  sandbox.state.taxIds[taxId.id] = taxId;
  sandbox.emit("customer.tax_id.created", taxId);
  return taxId;
}
