import { eq } from "drizzle-orm";
import { suspensions } from "#db/control/schema/suspensions";
import type { Abonnements } from "#server/billing/create-abonnements";
import { Refusal } from "#server/domain/refusal";
import { mailAdmins } from "#server/mail/mail-admins";
import type { MailBrand } from "#server/mail/render-mail";
import { societeReactivated, societeSuspended } from "#server/mail/templates/societe-suspended";
import { accentOf } from "#server/marque/accent-of";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";
import { assertSociete } from "./assert-societe.ts";
import type { Operator } from "./operator.ts";
import { readReason } from "./read-reason.ts";
import { recordActe } from "./record-acte.ts";

type Doors = {
  readonly abonnements: Pick<Abonnements, "change">;
  readonly mail: { wake(): void };
  readonly tenancy: Pick<Tenancy, "openTenant">;
  readonly appOrigin: string;
};

type Suspension = {
  readonly societeId: SocieteId;
  /** What the société reads: on its pages and by mail. */
  readonly motif: string;
  /** What the staff keeps for itself. */
  readonly reason: string;
};

/**
 * Stop a société: it reads and exports everything, pays, and changes nothing, whatever Stripe says of it. Its
 * administrators are told why.
 *
 * @throws Refusal ACTE_INVALID, SOCIETE_NOT_FOUND, SOCIETE_SUSPENDED when it already is
 */
export async function suspendSociete(
  { abonnements, mail, tenancy, appOrigin }: Doors,
  { societeId, motif: told, reason: typed }: Suspension,
  operator: Operator,
): Promise<void> {
  const motif = readReason(told, "motif");
  const reason = readReason(typed);
  const { at } = operator.now;
  const accent = await accentOf(tenancy, societeId);
  await abonnements.change(societeId, async (tx) => {
    await assertSociete(tx, societeId);
    if ((await tx.$count(suspensions, eq(suspensions.societeId, societeId))) > 0)
      throw new Refusal("SOCIETE_SUSPENDED", { motif });
    await tx.insert(suspensions).values({ societeId, since: at, motif });
    await recordActe(
      tx,
      { kind: "societe.suspended", societeId, reason, details: { motif } },
      operator,
    );
    const content = (brand: MailBrand) => societeSuspended({ appOrigin, brand, motif });
    await mailAdmins(tx, { societeId, content, accent, at });
  });
  mail.wake();
}

/**
 * Let a suspended société work again, as its subscription allows.
 *
 * @throws Refusal ACTE_INVALID, SOCIETE_NOT_SUSPENDED
 */
export async function reactivateSociete(
  { abonnements, mail, tenancy, appOrigin }: Doors,
  { societeId, reason: typed }: Omit<Suspension, "motif">,
  operator: Operator,
): Promise<void> {
  const reason = readReason(typed);
  const accent = await accentOf(tenancy, societeId);
  await abonnements.change(societeId, async (tx) => {
    const [ended] = await tx
      .delete(suspensions)
      .where(eq(suspensions.societeId, societeId))
      .returning();
    if (!ended) throw new Refusal("SOCIETE_NOT_SUSPENDED");
    const details = { since: ended.since };
    await recordActe(tx, { kind: "societe.reactivated", societeId, reason, details }, operator);
    const content = (brand: MailBrand) => societeReactivated({ appOrigin, brand });
    await mailAdmins(tx, { societeId, content, accent, at: operator.now.at });
  });
  mail.wake();
}
