import { and, eq } from "drizzle-orm";
import { clotures } from "#db/control/schema/clotures";
import { resumeAbonnement } from "#server/billing/cancel-abonnement";
import { Refusal } from "#server/domain/refusal";
import { log } from "#server/log";
import { mailAdmins } from "#server/mail/mail-admins";
import type { MailBrand } from "#server/mail/render-mail";
import { deletionCancelled } from "#server/mail/templates/deletion-cancelled";
import { accentOf } from "#server/marque/accent-of";
import type { Acting, ClotureDoors } from "./cloture-doors.ts";
import { auditCloture, tellCloture } from "./tell-cloture.ts";

/**
 * Take the deletion of a société back, until the moment it begins: everything is as before. A subscription the request
 * ended goes on, if it still lives.
 *
 * @returns whether the subscription, if the request had ended one, could not be resumed
 * @throws Refusal CLOTURE_NOT_ASKED
 */
export async function cancelDeletion(doors: ClotureDoors, acting: Acting) {
  const { societeId, by } = acting;
  const fact = { kind: "societe.deletion_cancelled", payload: {} } as const;
  const accent = await accentOf(doors.tenancy, societeId);
  const endedSubscription = await doors.abonnements.change(societeId, async (tx) => {
    const [kept] = await tx
      .delete(clotures)
      .where(and(eq(clotures.societeId, societeId), eq(clotures.step, "asked")))
      .returning();
    if (!kept) throw new Refusal("CLOTURE_NOT_ASKED");
    await auditCloture(tx, acting, fact);
    const { APP_ORIGIN: appOrigin } = doors.env;
    const { userName } = by.actor;
    const content = (brand: MailBrand) => deletionCancelled({ appOrigin, brand, by: userName });
    await mailAdmins(tx, { societeId, content, accent, at: by.now.at });
    return kept.endedSubscription;
  });
  doors.mail.wake();
  await tellCloture(doors, acting, fact);
  return { isSubscriptionOver: endedSubscription && !(await resumed(doors, societeId)) };
}

/** The société is saved whatever the payment says; its page lets it be bought again. */
async function resumed({ billing }: ClotureDoors, societeId: string): Promise<boolean> {
  try {
    await resumeAbonnement(billing, societeId);
    return true;
  } catch (err) {
    log.warn({ societeId, err }, "subscription not resumed after a deletion taken back");
    return false;
  }
}
