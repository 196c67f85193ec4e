import { eq } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { clotures } from "#db/control/schema/clotures";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import { cancelAbonnement } from "#server/billing/cancel-abonnement";
import { Refusal } from "#server/domain/refusal";
import { findEditeur } from "#server/editeur/editeur-societe";
import { mailAdmins } from "#server/mail/mail-admins";
import type { MailBrand } from "#server/mail/render-mail";
import { deletionAsked } from "#server/mail/templates/deletion-asked";
import { accentOf } from "#server/marque/accent-of";
import type { ControlTx } from "#server/tenancy/control";
import type { Acting, ClotureDoors } from "./cloture-doors.ts";
import { auditCloture, tellCloture } from "./tell-cloture.ts";

/** Between the request and the destruction: time to take it back, and to take everything away. */
const graceMs = 30 * 86_400_000;

type Request = {
  /** The société's name, as typed to confirm. */
  readonly nom: string;
};

/**
 * Ask for a société to be destroyed in thirty days. Its subscription ends with the period paid; from now on it is read and
 * exported, and nothing in it changes. Every administrator is told. The caller has just asked for the password again.
 *
 * @returns when it is destroyed, milliseconds UTC
 * @throws Refusal CLOTURE_INVALID (another name), EDITEUR_KEPT, BILLING_UNAVAILABLE (nothing is asked then)
 */
export async function requestDeletion(doors: ClotureDoors, { nom }: Request, acting: Acting) {
  const { societeId, by } = acting;
  const { at } = by.now;
  await assertDeletable(doors, societeId, nom);
  const deletionAt = at + graceMs;
  const endedSubscription = await endSubscription(doors, societeId);
  const kind = "societe.deletion_asked" as const;
  const fact = { kind, payload: { deletionAt } };
  const accent = await accentOf(doors.tenancy, societeId);
  await doors.abonnements.change(societeId, async (tx) => {
    const askedByEmail = await emailOf(tx, by.actor.userId);
    const who = { askedBy: by.actor.userId, askedByNom: by.actor.userName, askedByEmail };
    await tx
      .insert(clotures)
      .values({ societeId, askedAt: at, deletionAt, ...who, endedSubscription });
    await auditCloture(tx, acting, fact);
    const { APP_ORIGIN: appOrigin } = doors.env;
    const facts = { appOrigin, by: by.actor.userName, at, deletionAt };
    const content = (brand: MailBrand) => deletionAsked({ ...facts, brand });
    await mailAdmins(tx, { societeId, content, accent, at });
  });
  doors.mail.wake();
  await tellCloture(doors, acting, fact);
  return { deletionAt };
}

async function assertDeletable({ control }: ClotureDoors, societeId: string, typed: string) {
  const { societe, editeur } = await control.read(async (db) => ({
    societe: (
      await db.select({ nom: societes.nom }).from(societes).where(eq(societes.id, societeId))
    )[0],
    editeur: await findEditeur(db),
  }));
  if (editeur === societeId) throw new Refusal("EDITEUR_KEPT");
  if (!societe || sameName(typed) !== sameName(societe.nom))
    throw new Refusal("CLOTURE_INVALID", {}, [{ field: "nom", code: "NAME_DIFFERENT" }]);
}

/** Typed again by hand: spaces of any kind are one, the rest counts. */
const sameName = (nom: string) =>
  nom
    .normalize("NFC")
    .replace(/[\s\u00A0\u202F]+/g, " ")
    .trim();

/** @returns whether it had one that would have gone on */
async function endSubscription({ billing, control }: ClotureDoors, societeId: string) {
  const [row] = await control.read((db) =>
    db
      .select({ cancelAt: abonnements.cancelAt })
      .from(abonnements)
      .where(eq(abonnements.societeId, societeId)),
  );
  try {
    await cancelAbonnement(billing, societeId);
  } catch (cause) {
    if (cause instanceof Refusal && cause.code === "SUBSCRIPTION_REQUIRED") return false;
    throw cause;
  }
  return (row?.cancelAt ?? null) === null;
}

async function emailOf(tx: ControlTx, userId: string): Promise<string | null> {
  const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
  return user?.email ?? null;
}
