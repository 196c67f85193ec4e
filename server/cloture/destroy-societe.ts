import { and, eq, like } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { audit } from "#db/control/schema/audit";
import { clotures, type Inventory } from "#db/control/schema/clotures";
import { ecarts } from "#db/control/schema/comparaisons";
import { copies } from "#db/control/schema/copies";
import { derogations } from "#db/control/schema/derogations";
import { invitations } from "#db/control/schema/invitations";
import { memberships } from "#db/control/schema/memberships";
import { outbox } from "#db/control/schema/outbox";
import { releves } from "#db/control/schema/releves";
import { sessions } from "#db/control/schema/sessions";
import { societes } from "#db/control/schema/societes";
import { stripeEffects } from "#db/control/schema/stripe-events";
import { suspensions } from "#db/control/schema/suspensions";
import { visites } from "#db/control/schema/visites";
import type { Doors } from "#server/doors";
import { newId } from "#server/id";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { erasureCertificate } from "#server/mail/templates/erasure-certificate";
import { loadEmetteur } from "#server/societe/emetteur-view";
import type { ControlTx } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { countContents } from "./count-contents.ts";
import { hashFiles } from "./hash-files.ts";

export type DestroyDoors = Pick<
  Doors,
  "archive" | "auth" | "clock" | "control" | "mail" | "tenancy" | "witness"
> & {
  /** Called after each step; a test stops here. */
  readonly onStep?: (step: "marked" | "archives" | "files") => void;
};

/**
 * Destroy a société whose thirty days are over, or go on after a stop: nobody enters, what goes is counted and hashed and
 * the société marked; then its archives and its database; then its rows, with the certificate. Each step may be run again.
 * What the éditeur invoiced, and the audit, stay (C. com. L123-22).
 */
export async function destroySociete(doors: DestroyDoors, societeId: SocieteId): Promise<void> {
  if (!(await isMarked(doors, societeId))) await mark(doors, societeId);
  doors.onStep?.("marked");
  await doors.archive.erase(societeId);
  doors.onStep?.("archives");
  const { remove } = await doors.tenancy.retire(societeId);
  await remove();
  doors.onStep?.("files");
  await doors.control.write((tx) => certify(tx, societeId, doors.clock().at));
  doors.mail.wake();
}

const isOf = (societeId: SocieteId, step: "asked" | "destroying") =>
  and(eq(clotures.societeId, societeId), eq(clotures.step, step));

const isMarked = async ({ control }: DestroyDoors, societeId: SocieteId) =>
  (await control.read((db) => db.$count(clotures, isOf(societeId, "destroying")))) > 0;

/** From here on there is no way back: the société is closed to everybody and its files are about to go. */
async function mark(doors: DestroyDoors, societeId: SocieteId): Promise<void> {
  const { control, tenancy, archive, auth, witness } = doors;
  const tenant = tenancy.openTenant(societeId);
  const ended = await control.write(async (tx) => {
    await tx.delete(memberships).where(eq(memberships.societeId, societeId));
    return tx
      .update(sessions)
      .set({ societeId: null })
      .where(eq(sessions.societeId, societeId))
      .returning({ id: sessions.id });
  });
  auth.streams.close(ended.map(({ id }) => id));
  await witness.settled();
  const contents = await tenant.read(countContents);
  const { nom, siren } = await tenant.read(loadEmetteur);
  const { files } = await tenancy.retire(societeId);
  const archived = await archive.list(societeId);
  const paths = [...files, ...archived.map(({ path }) => path)];
  const inventory: Inventory = { nom, siren, ...contents, ...(await hashFiles(paths)) };
  await control.write(async (tx) => {
    await tx
      .update(clotures)
      .set({ step: "destroying", inventory })
      .where(isOf(societeId, "asked"));
    await tx.update(societes).set({ status: "maintenance" }).where(eq(societes.id, societeId));
  });
}

async function certify(tx: ControlTx, societeId: SocieteId, at: number): Promise<void> {
  const [cloture] = await tx.select().from(clotures).where(isOf(societeId, "destroying"));
  if (!cloture?.inventory) return;
  const { inventory, askedAt, askedBy, askedByNom, askedByEmail } = cloture;
  await eraseRows(tx, societeId);
  const details = { ...inventory, askedAt, askedByNom, destroyedAt: at };
  const action = "societe.destroyed";
  await tx.insert(audit).values({ id: newId(), at, action, userId: askedBy, societeId, details });
  if (askedByEmail !== null) {
    const content = erasureCertificate({ ...details });
    await enqueueMail(tx, { to: askedByEmail, content, key: `cloture:${societeId}` }, at);
  }
  await tx
    .update(clotures)
    .set({ step: "destroyed", askedByEmail: null })
    .where(eq(clotures.societeId, societeId));
}

/** A customer of Stripe keeps its row, without its card: it ties what was paid to the éditeur's own factures. */
async function eraseRows(tx: ControlTx, societeId: SocieteId): Promise<void> {
  await tx.delete(invitations).where(eq(invitations.societeId, societeId));
  await tx.delete(copies).where(eq(copies.societeId, societeId));
  await tx.delete(derogations).where(eq(derogations.societeId, societeId));
  await tx.delete(visites).where(eq(visites.societeId, societeId));
  await tx.delete(suspensions).where(eq(suspensions.societeId, societeId));
  await tx.delete(ecarts).where(eq(ecarts.societeId, societeId));
  await tx.delete(releves).where(eq(releves.societeId, societeId));
  await tx.delete(outbox).where(eq(outbox.societeId, societeId));
  await tx.delete(stripeEffects).where(like(stripeEffects.key, `%:${societeId}:%`));
  const [row] = await tx.select().from(abonnements).where(eq(abonnements.societeId, societeId));
  if (row?.stripeCustomerId === null)
    await tx.delete(abonnements).where(eq(abonnements.societeId, societeId));
  else
    await tx
      .update(abonnements)
      .set({ paymentMethod: null, dueUrl: null })
      .where(eq(abonnements.societeId, societeId));
  await tx
    .update(societes)
    .set({ nom: "Société supprimée", slug: `supprimee-${societeId}` })
    .where(eq(societes.id, societeId));
}
