import { and, gt, inArray, isNull, lte, or } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { mailAdmins } from "#server/mail/mail-admins";
import { trialEnding } from "#server/mail/templates/trial-ending";
import type { SocieteId } from "#server/tenancy/tenant";
import { isFirstTime } from "./once.ts";
import { termsOf } from "./terms-of.ts";
import type { WarningDoors } from "./warn-of-quota.ts";

const NOTICE_MS = 3 * 24 * 3_600_000;

/** Three days before its end, tell the administrators of a société on trial what comes next; once, and not those who have already subscribed. */
export async function announceTrialEnds(doors: Omit<WarningDoors, "tenancy">): Promise<void> {
  const { control, mail, clock, appOrigin } = doors;
  const { at } = clock();
  const { societeId, trialEndsAt, status } = abonnements;
  const isEnding = and(gt(trialEndsAt, at), lte(trialEndsAt, at + NOTICE_MS));
  const isAlone = or(isNull(status), inArray(status, ["canceled", "incomplete_expired"]));
  const ending = await control.read((db) =>
    db.select({ societeId, trialEndsAt }).from(abonnements).where(and(isEnding, isAlone)),
  );
  for (const { societeId: id, trialEndsAt: endsAt } of ending) {
    const told = { key: `essai:${id}:${endsAt}`, effect: "mail.j-3", at };
    await control.write(async (tx) => {
      if (!(await isFirstTime(tx, told))) return;
      const { trial, free } = await termsOf(tx, id as SocieteId);
      const facts = { appOrigin, plan: trial?.plan.nom ?? "", endsAt: endsAt ?? at };
      const next = { nom: free.nom, factures: free.limits.factures };
      const content = (nom: string) => trialEnding({ ...facts, nom, free: next });
      await mailAdmins(tx, { societeId: id, content, at });
    });
  }
  if (ending.length > 0) mail.wake();
}
