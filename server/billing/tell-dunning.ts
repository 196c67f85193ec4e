import type Stripe from "stripe";
import type { Abonnement } from "#db/control/schema/abonnements";
import { GRACE_MS } from "#server/domain/quota";
import type { Letter } from "#server/mail/letter";
import { mailAdmins } from "#server/mail/mail-admins";
import type { MailBrand } from "#server/mail/render-mail";
import { abonnementEnded } from "#server/mail/templates/abonnement-ended";
import { paymentFailed } from "#server/mail/templates/payment-failed";
import { readOnlyBegan } from "#server/mail/templates/read-only-began";
import type { ControlTx } from "#server/tenancy/control";
import type { BillingDoors } from "./billing-doors.ts";
import { isFirstTime } from "./once.ts";

type Situation = {
  readonly before: Abonnement;
  readonly after: Abonnement;
  readonly debt: Stripe.Invoice | null;
  /** The debt waits for a confirmation at the bank (3-D Secure). */
  readonly needsAction: boolean;
  readonly at: number;
  /** The société's colour. */
  readonly accent: string | null;
};

/**
 * Tells the société's administrators, once for each fact however often it is read: a payment failed, writing stopped, the
 * subscription ended. Decided by the state alone, so that no order of events can repeat or forget one.
 */
export async function tellDunning(
  tx: ControlTx,
  { appOrigin }: BillingDoors,
  { before, after, debt, needsAction, at, accent }: Situation,
): Promise<void> {
  const { societeId } = after;
  const tell = async (key: string, effect: string, content: (brand: MailBrand) => Letter) => {
    if (await isFirstTime(tx, { key, effect, at }))
      await mailAdmins(tx, { societeId, content, accent, at });
  };
  if (debt) {
    const graceEndsAt = (after.pastDueSince ?? at) + GRACE_MS;
    const url = after.dueUrl;
    if (isReadOnly(after, at))
      await tell(debt.id, "mail.read_only", (brand) => readOnlyBegan({ appOrigin, brand, url }));
    else
      await tell(debt.id, "mail.payment_failed", (brand) =>
        paymentFailed({
          appOrigin,
          brand,
          url,
          needsAction,
          graceEndsAt,
          dueTtc: debt.amount_remaining,
        }),
      );
  }
  const hasEnded = after.status === "canceled" && before.subscriptionId === after.subscriptionId;
  if (hasEnded && after.subscriptionId !== null)
    await tell(after.subscriptionId, "mail.ended", (brand) =>
      abonnementEnded({ appOrigin, brand, endsAt: after.endedAt ?? at }),
    );
}

const isReadOnly = ({ status, pastDueSince }: Abonnement, at: number): boolean =>
  status === "unpaid" || status === "paused" || at >= (pastDueSince ?? at) + GRACE_MS;
