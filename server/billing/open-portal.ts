import { Refusal } from "#server/domain/refusal";
import { atStripe } from "./at-stripe.ts";
import type { BillingDoors } from "./billing-doors.ts";
import { getAbonnementRow } from "./get-abonnement-row.ts";
import { ensurePortalConfiguration } from "./portal-configuration.ts";

/**
 * The address of Stripe's portal for this société: made for this visit, short-lived, kept nowhere.
 *
 * @throws Refusal SUBSCRIPTION_REQUIRED when it never subscribed, BILLING_UNAVAILABLE
 */
export const openPortal = (doors: BillingDoors, societeId: string): Promise<{ url: string }> =>
  atStripe("portal", async () => {
    const { stripeCustomerId } = await getAbonnementRow(doors, societeId);
    if (stripeCustomerId === null) throw new Refusal("SUBSCRIPTION_REQUIRED");
    const { url } = await doors.stripe.billingPortal.sessions.create({
      customer: stripeCustomerId,
      configuration: await ensurePortalConfiguration(doors),
      locale: "fr",
      return_url: `${doors.appOrigin}/reglages/abonnement?retour=portail`,
    });
    return { url };
  });
