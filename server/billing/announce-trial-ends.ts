import { and, eq, gt, inArray, isNull, lte, notExists, or, sql } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { stripeEffects } from "#db/control/schema/stripe-events";
import type { Letter } from "#server/mail/letter";
import { mailAdmins } from "#server/mail/mail-admins";
import type { MailBrand } from "#server/mail/render-mail";
import { trialEnded } from "#server/mail/templates/trial-ended";
import { trialEnding } from "#server/mail/templates/trial-ending";
import { accentOf } from "#server/marque/accent-of";
import type { ControlDb } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { isFirstTime } from "./once.ts";
import { termsOf } from "./terms-of.ts";
import type { WarningDoors } from "./warn-of-quota.ts";

const DAY_MS = 24 * 3_600_000;
const NOTICE_MS = 3 * DAY_MS;
/** An end older than this is no news: what stopped longer says nothing. */
const NEWS_MS = 60 * DAY_MS;

type Facts = Parameters<typeof trialEnding>[0];
type Announcement = {
  readonly effect: string;
  readonly from: number;
  readonly until: number;
  readonly write: (facts: Facts) => Letter;
};

/**
 * Tell the administrators of a société on trial, three days before its end, what comes next; then that it has ended.
 * Each once, and not those who have subscribed. When the days before passed without anybody looking (a stop, the demo's
 * clock moved forward) the notice leaves late while the trial lasts, and not at all afterwards.
 */
export async function announceTrialEnds(doors: WarningDoors): Promise<void> {
  const { at } = doors.clock();
  const ending = { effect: "mail.j-3", from: at, until: at + NOTICE_MS, write: trialEnding };
  const ended = { effect: "mail.trial_ended", from: at - NEWS_MS, until: at, write: trialEnded };
  for (const announcement of [ending, ended]) await announce(doors, announcement, at);
}

async function announce(
  { control, tenancy, mail, appOrigin }: WarningDoors,
  announcement: Announcement,
  at: number,
): Promise<void> {
  const concerned = await control.read((db) => untold(db, announcement));
  for (const { societeId, trialEndsAt } of concerned) {
    const endsAt = trialEndsAt ?? at;
    const told = { key: keyOf(societeId, endsAt), effect: announcement.effect, at };
    const accent = await accentOf(tenancy, societeId);
    await control.write(async (tx) => {
      if (!(await isFirstTime(tx, told))) return;
      const { trial, free } = await termsOf(tx, societeId as SocieteId);
      const next = { nom: free.nom, factures: free.limits.factures };
      const facts = { appOrigin, plan: trial?.plan.nom ?? "", endsAt, free: next };
      const content = (brand: MailBrand) => announcement.write({ ...facts, brand });
      await mailAdmins(tx, { societeId, content, accent, at });
    });
  }
  if (concerned.length > 0) mail.wake();
}

const keyOf = (societeId: string, endsAt: number) => `essai:${societeId}:${endsAt}`;

/** Sociétés without a subscription whose trial ends after `from` and at `until` the latest, and not told of it yet. */
function untold(db: ControlDb, { effect, from, until }: Announcement) {
  const { societeId, trialEndsAt, status } = abonnements;
  const isThen = and(gt(trialEndsAt, from), lte(trialEndsAt, until));
  const isAlone = or(isNull(status), inArray(status, ["canceled", "incomplete_expired"]));
  const key = sql`'essai:' || ${societeId} || ':' || ${trialEndsAt}`;
  const told = db
    .select({ key: stripeEffects.key })
    .from(stripeEffects)
    .where(and(eq(stripeEffects.key, key), eq(stripeEffects.effect, effect)));
  return db
    .select({ societeId, trialEndsAt })
    .from(abonnements)
    .where(and(isThen, isAlone, notExists(told)));
}
