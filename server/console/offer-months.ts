import { eq } from "drizzle-orm";
import { abonnements as table } from "#db/control/schema/abonnements";
import { plans } from "#db/control/schema/plans";
import { stripeEffects } from "#db/control/schema/stripe-events";
import type { Abonnements } from "#server/billing/create-abonnements";
import type { Billing } from "#server/billing/create-billing";
import { giveMonths } from "#server/billing/give-months";
import { isFirstTime } from "#server/billing/once";
import { loadCatalogue } from "#server/billing/terms-of";
import { trialPlanCode } from "#server/billing/trial-plan-code";
import { addDays, addMonths, startOfDayInParis, todayInParis } from "#server/domain/calendar";
import { voieOfferte } from "#server/domain/mois-offerts";
import { Refusal } from "#server/domain/refusal";
import type { Control, ControlTx } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import type { Operator } from "./operator.ts";
import { readReason } from "./read-reason.ts";
import { recordActe } from "./record-acte.ts";

type Doors = {
  readonly control: Control;
  readonly abonnements: Pick<Abonnements, "change">;
  readonly billing: Billing;
};

type Offer = {
  readonly societeId: SocieteId;
  /** 1 to 12. */
  readonly mois: number;
  readonly reason: string;
  /** Of the page the act is asked from: sent twice, it is one act. */
  readonly cle: string;
};

/**
 * Offer months to a société, the way its state commands: a longer trial where nothing is paid, renewals at nothing or a
 * lesser one where something is. The act is written once the months are given; asked again, it finds them given and is
 * written all the same.
 *
 * @throws Refusal ACTE_INVALID, SOCIETE_NOT_FOUND, and those of `giveMonths`
 */
export async function offerMonths(doors: Doors, offer: Offer, operator: Operator): Promise<void> {
  const reason = readReason(offer.reason);
  const asked = { ...offer, reason };
  if (await isKnown(doors.control, keyOf(offer))) return;
  const voie = voieOfferte(await readHeld(doors.control, offer.societeId));
  if (voie === null) throw new Refusal("MONTHS_REFUSED");
  if (voie === "essai") await lengthenTrial(doors, asked, operator);
  else await giveRenewals(doors, asked, operator);
}

const effect = "mois.offered";

const keyOf = ({ societeId, cle }: Offer): string => `${societeId}:${cle}`;

const isKnown = (control: Control, key: string): Promise<boolean> =>
  control.read(async (db) => {
    const rows = await db.select().from(stripeEffects).where(eq(stripeEffects.key, key));
    return rows.some((row) => row.effect === effect);
  });

async function readHeld(control: Control, societeId: SocieteId) {
  const { status, cancelAt, pendingPlanCode } = table;
  const [row] = await control.read((db) =>
    db
      .select({ status, cancelAt, pendingPlanCode, interval: plans.interval })
      .from(table)
      .leftJoin(plans, eq(plans.code, table.planCode))
      .where(eq(table.societeId, societeId)),
  );
  if (!row) throw new Refusal("SOCIETE_NOT_FOUND");
  return row;
}

/** From the last day of the trial under way, else from today; the plan is the one it tried. */
function lengthenTrial({ abonnements }: Doors, offer: Offer, operator: Operator): Promise<void> {
  const { societeId, mois } = offer;
  const { at, today } = operator.now;
  return abonnements.change(societeId, async (tx) => {
    if (!(await isFirstTime(tx, { key: keyOf(offer), effect, at }))) return;
    const [row] = await tx.select().from(table).where(eq(table.societeId, societeId));
    if (!row) throw new Refusal("SOCIETE_NOT_FOUND");
    const before = row.trialEndsAt;
    const from = before !== null && before > at ? todayInParis(before - 1) : today;
    const until = startOfDayInParis(addDays(addMonths(from, mois), 1));
    const plan = row.trialPlanCode ?? trialPlanCode(await loadCatalogue(tx));
    await tx
      .update(table)
      .set({ trialPlanCode: plan, trialEndsAt: until })
      .where(eq(table.societeId, societeId));
    await recordOffer(tx, { ...offer, details: { voie: "essai", until, before } }, operator);
  });
}

async function giveRenewals(doors: Doors, offer: Offer, operator: Operator): Promise<void> {
  const { societeId, mois, cle } = offer;
  const { offertUntil: until, offertHt } = await giveMonths(doors.billing, {
    societeId,
    mois,
    cle,
  });
  const details =
    offertHt === null ? { voie: "echeances", until } : { voie: "remise", montantHt: offertHt };
  await doors.control.write(async (tx) => {
    if (await isFirstTime(tx, { key: keyOf(offer), effect, at: operator.now.at }))
      await recordOffer(tx, { ...offer, details }, operator);
  });
}

type Recorded = Offer & { readonly details: Readonly<Record<string, unknown>> };

const recordOffer = (
  tx: ControlTx,
  { societeId, mois, reason, details }: Recorded,
  operator: Operator,
) =>
  recordActe(
    tx,
    { kind: "mois.offered", societeId, reason, details: { mois, ...details } },
    operator,
  );
