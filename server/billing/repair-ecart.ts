import { and, eq, isNull } from "drizzle-orm";
import { type EcartRow, ecarts } from "#db/control/schema/comparaisons";
import { Refusal } from "#server/domain/refusal";
import { atStripe } from "./at-stripe.ts";
import type { BillingDoors } from "./billing-doors.ts";
import { comparePlans } from "./compare-account.ts";
import { compareSociete } from "./compare-societe.ts";
import type { Ecart } from "./ecarts-of.ts";
import { refreshAbonnement } from "./refresh-abonnement.ts";
import { findSocieteOfCustomer } from "./societe-of-customer.ts";
import { syncPlans } from "./sync-plans.ts";

/**
 * Makes both sides say the same again: a société is re-read at Stripe the way its events have it re-read, Stripe is told
 * the plans as they are here. Everything that no longer differs of the same object is settled with it.
 *
 * @returns whether this difference is gone
 * @throws Refusal STRIPE_CUSTOMER_UNKNOWN when the customer carries no société's name, BILLING_UNAVAILABLE
 */
export async function repairEcart(doors: BillingDoors, ecart: EcartRow): Promise<boolean> {
  const still = await atStripe("repair", () => remaining(doors, ecart));
  const { comparaisonId, objet } = ecart;
  const champs = new Set(still.map(({ champ }) => champ));
  const isOpen = and(
    eq(ecarts.comparaisonId, comparaisonId),
    eq(ecarts.objet, objet),
    isNull(ecarts.repairedAt),
  );
  await doors.control.write(async (tx) => {
    const settled = (await tx.select().from(ecarts).where(isOpen)).filter(
      ({ champ }) => !champs.has(champ),
    );
    for (const { id } of settled)
      await tx.update(ecarts).set({ repairedAt: doors.clock().at }).where(eq(ecarts.id, id));
  });
  return !champs.has(ecart.champ);
}

async function remaining(
  doors: BillingDoors,
  { societeId, objet, champ }: EcartRow,
): Promise<readonly Ecart[]> {
  if (societeId !== null) return reread(doors, societeId);
  if (champ === "client") {
    const owner = await findSocieteOfCustomer(doors, objet);
    if (owner === null) throw new Refusal("STRIPE_CUSTOMER_UNKNOWN");
    return reread(doors, owner);
  }
  await syncPlans(doors, true);
  return (await comparePlans(doors)).filter((one) => one.objet === objet);
}

async function reread(doors: BillingDoors, societeId: string) {
  await refreshAbonnement(doors, societeId);
  return compareSociete(doors, societeId);
}
