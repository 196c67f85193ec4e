import { createHash } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { type Abonnement, abonnements } from "#db/control/schema/abonnements";
import { memberships } from "#db/control/schema/memberships";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import type { BillingDoors } from "./billing-doors.ts";

/** Names the société at Stripe, on every object made for it. */
export const societeMetadata = "societeId";

/**
 * The société's customer at Stripe, made the first time. Only within the société's turn: one société, one customer. Cut
 * between Stripe and us, the next call is answered the same customer by its idempotency key.
 */
export async function ensureCustomer(
  { control, stripe }: BillingDoors,
  abonnement: Abonnement,
): Promise<string> {
  const { societeId, stripeCustomerId, version } = abonnement;
  if (stripeCustomerId !== null) return stripeCustomerId;
  const { nom, email } = await describeSociete({ control }, societeId);
  const params = {
    name: nom,
    email,
    preferred_locales: ["fr"],
    metadata: { [societeMetadata]: societeId },
  };
  const digest = createHash("sha256").update(JSON.stringify(params)).digest("hex").slice(0, 16);
  const { id } = await stripe.customers.create(params, {
    // the version grows when a customer deleted at Stripe is forgotten here
    idempotencyKey: `customer:${societeId}:${version}:${digest}`,
  });
  await control.write((tx) =>
    tx
      .update(abonnements)
      .set({ stripeCustomerId: id })
      .where(eq(abonnements.societeId, societeId)),
  );
  return id;
}

/** Its name and its oldest administrator's address. */
async function describeSociete({ control }: Pick<BillingDoors, "control">, societeId: string) {
  const [found] = await control.read((db) =>
    db
      .select({ nom: societes.nom, email: users.email })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .innerJoin(societes, eq(societes.id, memberships.societeId))
      .where(and(eq(memberships.societeId, societeId), eq(memberships.role, "admin")))
      .orderBy(asc(memberships.createdAt))
      .limit(1),
  );
  if (!found) throw new Error(`société ${societeId} has no administrator`);
  return found;
}
