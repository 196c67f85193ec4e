import { and, eq } from "drizzle-orm";
import { stripeEffects } from "#db/control/schema/stripe-events";
import { measureUsage } from "#server/abonnement/read-usage";
import type { Clock } from "#server/clock";
import { quotaLevel } from "#server/domain/notices-of";
import { mailAdmins } from "#server/mail/mail-admins";
import type { MailBrand } from "#server/mail/render-mail";
import { quotaWarning } from "#server/mail/templates/quota-warning";
import { accentOf } from "#server/marque/accent-of";
import type { Control } from "#server/tenancy/control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";
import { isFirstTime } from "./once.ts";

export type WarningDoors = {
  readonly control: Control;
  readonly tenancy: Pick<Tenancy, "openTenant">;
  readonly mail: { wake(): void };
  readonly clock: Clock;
  readonly appOrigin: string;
};

/**
 * Write to a société's administrators when its factures reach 80 % of the quota, and when they reach it: once each for a
 * window, and again if the limit moved. Judged on what is committed, so that whoever asks, and however often, one mail
 * leaves; both steps taken at once make one mail.
 */
export async function warnOfQuota(doors: WarningDoors, societeId: SocieteId): Promise<void> {
  const { control, tenancy, mail, clock, appOrigin } = doors;
  const now = clock();
  const tenant = tenancy.openTenant(societeId);
  const { entitlement, used } = await tenant.read((db) => measureUsage(db, now));
  const { limits, window, plan } = entitlement;
  const limit = limits.factures;
  const level = quotaLevel(limit, used);
  if (level === null || limit === null) return;
  const key = `quota:${societeId}:${window.from}:${limit}`;
  const isTold = and(eq(stripeEffects.key, key), eq(stripeEffects.effect, `mail.${level}`));
  if ((await control.read((db) => db.$count(stripeEffects, isTold))) > 0) return;
  const accent = await accentOf(tenancy, societeId);
  const facts = { appOrigin, level, used, limit, until: window.until, plan: plan.nom };
  await control.write(async (tx) => {
    if (!(await isFirstTime(tx, { key, effect: `mail.${level}`, at: now.at }))) return;
    if (level === 100) await isFirstTime(tx, { key, effect: "mail.80", at: now.at });
    const content = (brand: MailBrand) => quotaWarning({ ...facts, brand });
    await mailAdmins(tx, { societeId, content, accent, at: now.at });
  });
  mail.wake();
}
