import { and, desc, eq, notInArray } from "drizzle-orm";
import { litiges } from "#db/control/schema/litiges";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { disputeOpened } from "#server/mail/templates/dispute-opened";
import type { Control, ControlTx } from "#server/tenancy/control";
import type { BillingDoors } from "./billing-doors.ts";
import { isFirstTime } from "./once.ts";
import { findSocieteOfCustomer } from "./societe-of-customer.ts";
import { idOf, idOrNull, msOf } from "./stripe-ids.ts";

/** Nothing more is asked of anybody. */
const closed = ["won", "lost", "warning_closed", "prevented"];

/**
 * A dispute names neither customer nor invoice: its charge is read for whose it is. Written as it stands now, whichever
 * event spoke of it, and told to the operator once.
 *
 * @returns the société concerned; null when the charge is not of one of ours
 */
export async function recordDispute(doors: BillingDoors, disputeId: string) {
  const { stripe, control, clock, mail } = doors;
  const readAt = clock().at;
  const dispute = await stripe.disputes.retrieve(disputeId);
  const charge = await stripe.charges.retrieve(idOf(dispute.charge));
  const customerId = idOrNull(charge.customer);
  const societeId = customerId && (await findSocieteOfCustomer(doors, customerId));
  if (!societeId) return null;
  const row = {
    ...{ id: dispute.id, societeId, chargeId: charge.id, amountTtc: dispute.amount },
    ...{ reason: dispute.reason, status: dispute.status },
    ...{ openedAt: msOf(dispute.created), readAt },
  };
  await control.write(async (tx) => {
    const [before] = await tx.select().from(litiges).where(eq(litiges.id, row.id));
    if (before && before.readAt > readAt) return;
    await tx.insert(litiges).values(row).onConflictDoUpdate({ target: litiges.id, set: row });
    if (await isFirstTime(tx, { key: row.id, effect: "mail.dispute", at: readAt }))
      await tellOperators(tx, doors, row);
  });
  mail.wake();
  return societeId;
}

type Litige = typeof litiges.$inferSelect;

async function tellOperators(tx: ControlTx, { appOrigin }: BillingDoors, litige: Litige) {
  const { societeId, id, amountTtc, reason, openedAt, readAt } = litige;
  const [societe] = await tx
    .select({ nom: societes.nom })
    .from(societes)
    .where(eq(societes.id, societeId));
  const facts = { appOrigin, nom: societe?.nom ?? societeId, id, amountTtc, reason, openedAt };
  const operators = await tx
    .select({ email: users.email })
    .from(users)
    .where(eq(users.isSuperAdmin, true));
  for (const { email: to } of operators)
    await enqueueMail(tx, { to, content: disputeOpened(facts) }, readAt);
}

/** The latest dispute of a société that is still open, for its page; null when there is none. */
export async function openDispute(control: Control, societeId: string) {
  const isOpen = and(eq(litiges.societeId, societeId), notInArray(litiges.status, closed));
  const [found] = await control.read((db) =>
    db
      .select({ amountTtc: litiges.amountTtc, openedAt: litiges.openedAt })
      .from(litiges)
      .where(isOpen)
      .orderBy(desc(litiges.openedAt))
      .limit(1),
  );
  return found ?? null;
}
