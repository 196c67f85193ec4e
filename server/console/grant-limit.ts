import { and, eq, isNull } from "drizzle-orm";
import { derogations } from "#db/control/schema/derogations";
import type { Abonnements } from "#server/billing/create-abonnements";
import { grantDerogation } from "#server/billing/grant-derogation";
import type { CalendarDay } from "#server/domain/calendar-day";
import type { Limite } from "#server/domain/quota";
import { Refusal } from "#server/domain/refusal";
import type { Control } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { assertSociete } from "./assert-societe.ts";
import type { Operator } from "./operator.ts";
import { readReason } from "./read-reason.ts";
import { endOfDayGiven } from "./read-until.ts";
import { recordActe } from "./record-acte.ts";

type Doors = { readonly control: Control; readonly abonnements: Pick<Abonnements, "change"> };

type Grant = {
  readonly societeId: SocieteId;
  readonly limite: Limite;
  /** Added to the plan's limit: factures a month, people, megabytes; null lifts it. */
  readonly ajout: number | null;
  /** The last day it counts; null: for ever. */
  readonly until: CalendarDay | null;
  readonly reason: string;
};

/**
 * Allow a société more than its plan does, until a day. In force at once, in its own database too.
 *
 * @throws Refusal ACTE_INVALID, SOCIETE_NOT_FOUND
 */
export async function grantLimit(
  doors: Doors,
  { societeId, limite, ajout, until: last, reason: typed }: Grant,
  operator: Operator,
): Promise<void> {
  const reason = readReason(typed);
  const until = last === null ? null : endOfDayGiven(last, operator.now);
  await doors.control.read((db) => assertSociete(db, societeId));
  const { at } = operator.now;
  const grant = { societeId, limite, ajout, until, reason, at, by: operator.userId };
  await grantDerogation(doors, grant, (tx) =>
    recordActe(
      tx,
      { kind: "derogation.granted", societeId, reason, details: { limite, ajout, until } },
      operator,
    ),
  );
}

type End = {
  readonly societeId: SocieteId;
  readonly derogationId: string;
  readonly reason: string;
};

/**
 * What was granted ends now; what was done thanks to it stays.
 *
 * @throws Refusal ACTE_INVALID, DEROGATION_NOT_FOUND
 */
export async function endLimit(
  { abonnements }: Doors,
  { societeId, derogationId, reason: typed }: End,
  operator: Operator,
): Promise<void> {
  const reason = readReason(typed);
  const isThis = and(
    eq(derogations.id, derogationId),
    eq(derogations.societeId, societeId),
    isNull(derogations.revokedAt),
  );
  await abonnements.change(societeId, async (tx) => {
    const [ended] = await tx
      .update(derogations)
      .set({ revokedAt: operator.now.at })
      .where(isThis)
      .returning();
    if (!ended) throw new Refusal("DEROGATION_NOT_FOUND");
    const details = { limite: ended.limite, ajout: ended.ajout };
    await recordActe(tx, { kind: "derogation.ended", societeId, reason, details }, operator);
  });
}
