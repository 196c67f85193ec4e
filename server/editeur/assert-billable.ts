import { acheteurFaults, acheteurGaps } from "#server/domain/check-acheteur";
import { Refusal } from "#server/domain/refusal";
import { loadEmetteur } from "#server/societe/emetteur-view";
import type { Tenant } from "#server/tenancy/tenant";
import { asClient } from "./as-client.ts";

/**
 * The société says enough of itself to be issued a facture: before it pays, not after (CGI ann. II art. 242 nonies A).
 *
 * @throws Refusal BUYER_INCOMPLETE with one problem per field of the settings
 */
export async function assertBillable(tenant: Tenant): Promise<void> {
  const buyer = asClient(await tenant.read(loadEmetteur));
  const faults = [...acheteurGaps(buyer), ...acheteurFaults(buyer)];
  if (faults.length === 0) return;
  const problems = faults.map((one) => ({
    ...one,
    field: one.field.replace(/^client\./, "emetteur."),
  }));
  throw new Refusal("BUYER_INCOMPLETE", {}, problems);
}
