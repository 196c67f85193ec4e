import { and, eq, isNull } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { idPattern } from "#server/id";
import type { BillingDoors } from "./billing-doors.ts";
import { societeMetadata } from "./ensure-customer.ts";
import { getAbonnementRow } from "./get-abonnement-row.ts";

/**
 * Whose customer this is; null for one that is not ours. A customer made just before a crash is known by what it carries
 * at Stripe, and taken back.
 */
export async function findSocieteOfCustomer(
  doors: BillingDoors,
  customerId: string,
): Promise<string | null> {
  const [known] = await doors.control.read((db) =>
    db
      .select({ societeId: abonnements.societeId })
      .from(abonnements)
      .where(eq(abonnements.stripeCustomerId, customerId)),
  );
  return known ? known.societeId : adopt(doors, customerId);
}

async function adopt(doors: BillingDoors, customerId: string): Promise<string | null> {
  const customer = await doors.stripe.customers.retrieve(customerId);
  const societeId = customer.deleted ? "" : (customer.metadata[societeMetadata] ?? "");
  if (!idPattern.test(societeId)) return null;
  const row = await getAbonnementRow(doors, societeId).catch(() => null);
  if (!row) return null;
  const adopted = await doors.control.write((tx) =>
    tx
      .update(abonnements)
      .set({ stripeCustomerId: customerId })
      .where(and(eq(abonnements.societeId, societeId), isNull(abonnements.stripeCustomerId)))
      .returning({ societeId: abonnements.societeId }),
  );
  return adopted[0]?.societeId ?? null;
}
