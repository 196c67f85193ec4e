import { eq } from "drizzle-orm";
import { visites } from "#db/control/schema/visites";
import { actingOf } from "#server/console/acting-of";
import { assertSociete } from "#server/console/assert-societe";
import type { Operator } from "#server/console/operator";
import { readReason } from "#server/console/read-reason";
import { recordActe } from "#server/console/record-acte";
import { Refusal } from "#server/domain/refusal";
import { etatVisite } from "#server/domain/visite";
import { newId } from "#server/id";
import type { Origin } from "#server/journal/origins";
import { mailAdmins } from "#server/mail/mail-admins";
import type { MailBrand } from "#server/mail/render-mail";
import { visiteAsked } from "#server/mail/templates/visite-asked";
import { accentOf } from "#server/marque/accent-of";
import type { SocieteId } from "#server/tenancy/tenant";
import type { VisiteDoors } from "./visite-doors.ts";

type Asked = {
  readonly societeId: SocieteId;
  /** The société reads it. */
  readonly reason: string;
  readonly origin: Origin;
};

/**
 * Ask a société to be let in, to read only. Its administrators are told by mail, and nobody enters before one of them agrees.
 *
 * @throws Refusal ACTE_INVALID, SOCIETE_NOT_FOUND, VISITE_ALREADY_ASKED while one waits or is open
 */
export async function requestVisite(
  doors: VisiteDoors,
  { societeId, origin, ...asked }: Asked,
  operator: Operator,
): Promise<{ readonly visiteId: string }> {
  const reason = readReason(asked.reason);
  const { userId: operatorId, userName: operatorNom, now } = operator;
  const visiteId = newId();
  const accent = await accentOf(doors.tenancy, societeId);
  await doors.control.write(async (tx) => {
    await assertSociete(tx, societeId);
    const known = await tx.select().from(visites).where(eq(visites.societeId, societeId));
    if (known.some((one) => ["demandee", "ouverte"].includes(etatVisite(one, now.at))))
      throw new Refusal("VISITE_ALREADY_ASKED");
    const row = { id: visiteId, societeId, operatorId, operatorNom, reason, askedAt: now.at };
    await tx.insert(visites).values(row);
    await recordActe(tx, { kind: "visite.asked", societeId, reason }, operator);
    const { appOrigin } = doors.auth;
    const content = (brand: MailBrand) => visiteAsked({ appOrigin, brand, operatorNom, reason });
    await mailAdmins(tx, { societeId, content, accent, at: now.at });
  });
  doors.mail.wake();
  const { by } = actingOf({ societeId, origin }, operator);
  doors.witness.note(societeId, { kind: "visite.asked", entityId: visiteId }, by);
  return { visiteId };
}
