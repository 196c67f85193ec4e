import { eq } from "drizzle-orm";
import { abonnements as table } from "#db/control/schema/abonnements";
import { outbox } from "#db/control/schema/outbox";
import { societes } from "#db/control/schema/societes";
import { loadTerms } from "#server/abonnement/load-terms";
import { createAbonnements } from "#server/billing/create-abonnements";
import { termsOf } from "#server/billing/terms-of";
import type { SocieteId } from "#server/tenancy/tenant";
import { anAuth } from "../auth/an-auth.ts";

export const DAY = 86_400_000;

/** A société just registered, with what it bought and its copy; the clock moves only when told. */
export async function aTrial() {
  const accounts = await anAuth({ rules: null });
  const { control, tenancy, clock } = accounts;
  await accounts.register();
  const [societe] = await control.read((db) => db.select({ id: societes.id }).from(societes));
  const societeId = (societe?.id ?? "") as SocieteId;
  const tenant = tenancy.openTenant(societeId);
  const abonnements = createAbonnements({ control, tenancy, clock });
  const row = async () => {
    const [found] = await control.read((db) =>
      db.select().from(table).where(eq(table.societeId, societeId)),
    );
    return found;
  };
  return {
    ...accounts,
    societeId,
    tenant,
    abonnements,
    row,
    /** In its own database. */
    copied: () => tenant.read(loadTerms),
    /** In the control database. */
    bought: () => control.read((db) => termsOf(db, societeId)),
    /** Subjects of the mails to its administrators, the account's own left out. */
    subjects: async () => {
      const mails = await control.read((db) => db.select().from(outbox).orderBy(outbox.id));
      return mails.map(({ subject }) => subject).slice(1);
    },
  };
}

export type Trial = Awaited<ReturnType<typeof aTrial>>;

/** What Stripe would have said of a plan paid by the month, from now on. */
export const subscribedTo = (planCode: string, at: number) => ({
  stripeCustomerId: "cus_1",
  subscriptionId: "sub_1",
  status: "active" as const,
  planCode,
  periodStart: at,
  periodEnd: at + 30 * DAY,
  anchorAt: at,
});
