import { and, asc, desc, eq, gt, isNull, or } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { copies } from "#db/control/schema/copies";
import { derogations } from "#db/control/schema/derogations";
import { invitations } from "#db/control/schema/invitations";
import { memberships } from "#db/control/schema/memberships";
import { plans } from "#db/control/schema/plans";
import { releves } from "#db/control/schema/releves";
import { sessions } from "#db/control/schema/sessions";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import { countSeats } from "#server/billing/assert-seat";
import { termsOf } from "#server/billing/terms-of";
import type { Moment } from "#server/domain/calendar-day";
import { displayName } from "#server/domain/display-name";
import { etatAbonnement } from "#server/domain/etat-abonnement";
import { voieOfferte } from "#server/domain/mois-offerts";
import { entitlementOf } from "#server/domain/quota";
import { Refusal } from "#server/domain/refusal";
import { isPending } from "#server/equipe/pending-invitation";
import type { Veille } from "#server/flotte/create-veille";
import type { ControlDb } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import type { Releves } from "./create-releves.ts";
import type { MeasureDoors } from "./measure-societe.ts";

export type SocieteDoors = MeasureDoors & {
  readonly releves: Pick<Releves, "measure">;
  readonly veille: Pick<Veille, "countsOf">;
};

/**
 * A société as its operator sees it: figures measured now, what it may do and why, who is in it. Nothing of its documents
 * nor of its clients.
 *
 * @throws Refusal SOCIETE_NOT_FOUND
 */
export async function getSocieteForConsole(doors: SocieteDoors, societeId: SocieteId, now: Moment) {
  await doors.releves.measure(societeId);
  return doors.control.read(async (db) => {
    const [found] = await db
      .select({ societe: societes, releve: releves })
      .from(societes)
      .innerJoin(releves, eq(releves.societeId, societes.id))
      .where(eq(societes.id, societeId));
    if (!found) throw new Refusal("SOCIETE_NOT_FOUND");
    const { societe, releve } = found;
    const { search: _search, nomKey: _key, seq: _seq, ...figures } = releve;
    const { nom, slug, createdAt, schemaVersion, migrationState, migrationError } = societe;
    const { isDemonstration } = societe;
    return {
      now: now.at,
      ...{ societeId, nom, slug, createdAt, schemaVersion, migrationState, migrationError },
      isDemonstration,
      figures,
      copie: await readCopie(db, societeId),
      appels: doors.veille.countsOf(societeId),
      droits: await readDroits(db, societeId, now),
      stripe: isDemonstration ? null : await readStripe(db, societeId),
      membres: await listMembres(db, societeId),
      invitations: await listWaiting(db, societeId),
      sessions: await db.$count(sessions, inSociete(societeId, now.at)),
    };
  });
}

/** Its last backup, and the last restore of it that was rehearsed. */
async function readCopie(db: ControlDb, societeId: SocieteId) {
  const [found] = await db
    .select({
      savedAt: copies.savedAt,
      failure: copies.failure,
      rehearsedAt: copies.rehearsedAt,
      rehearsalFailure: copies.rehearsalFailure,
      restoredAt: copies.restoredAt,
    })
    .from(copies)
    .where(eq(copies.societeId, societeId));
  return found ?? null;
}

const inSociete = (societeId: SocieteId, at: number) =>
  and(eq(sessions.societeId, societeId), gt(sessions.expiresAt, Math.floor(at / 1_000)));

/** What is allowed now, out of the same rule as everywhere, with what was granted beside the plan. */
async function readDroits(db: ControlDb, societeId: SocieteId, now: Moment) {
  const terms = await termsOf(db, societeId);
  const entitlement = entitlementOf(terms, now);
  const { plan, source, access, accessSince, graceEndsAt, limits, window } = entitlement;
  const isInForce = and(
    eq(derogations.societeId, societeId),
    isNull(derogations.revokedAt),
    or(isNull(derogations.until), gt(derogations.until, now.at)),
  );
  return {
    ...{ plan, source, access, accessSince, graceEndsAt, limits, window },
    ...etatAbonnement(terms, now),
    suspension: terms.suspension ?? null,
    closing: terms.closing ?? null,
    version: terms.version,
    trialEndsAt: terms.trial?.endsAt ?? null,
    places: await countSeats(db, societeId),
    derogations: await db
      .select({
        id: derogations.id,
        limite: derogations.limite,
        ajout: derogations.ajout,
        until: derogations.until,
        reason: derogations.reason,
        createdAt: derogations.createdAt,
      })
      .from(derogations)
      .where(isInForce)
      .orderBy(asc(derogations.createdAt)),
  };
}

/** What Stripe last said, word for word, and when it was asked. */
async function readStripe(db: ControlDb, societeId: SocieteId) {
  const [row] = await db
    .select({
      customerId: abonnements.stripeCustomerId,
      subscriptionId: abonnements.subscriptionId,
      status: abonnements.status,
      planCode: abonnements.planCode,
      interval: plans.interval,
      priceHt: plans.priceHt,
      periodEnd: abonnements.periodEnd,
      cancelAt: abonnements.cancelAt,
      endedAt: abonnements.endedAt,
      pastDueSince: abonnements.pastDueSince,
      dueTtc: abonnements.dueTtc,
      paymentMethod: abonnements.paymentMethod,
      offertUntil: abonnements.offertUntil,
      offertMois: abonnements.offertMois,
      offertHt: abonnements.offertHt,
      pendingPlanCode: abonnements.pendingPlanCode,
      readAt: abonnements.readAt,
      version: abonnements.version,
      copiedVersion: abonnements.copiedVersion,
    })
    .from(abonnements)
    .leftJoin(plans, eq(plans.code, abonnements.planCode))
    .where(eq(abonnements.societeId, societeId));
  if (!row) throw new Refusal("SOCIETE_NOT_FOUND");
  const { pendingPlanCode: _code, ...told } = row;
  return { ...told, voieOfferte: voieOfferte(row) };
}

const listWaiting = (db: ControlDb, societeId: SocieteId) =>
  db
    .select({ id: invitations.id, email: invitations.email, expiresAt: invitations.expiresAt })
    .from(invitations)
    .where(and(isPending, eq(invitations.societeId, societeId)))
    .orderBy(desc(invitations.createdAt));

async function listMembres(db: ControlDb, societeId: SocieteId) {
  const rows = await db
    .select({
      userId: users.id,
      email: users.email,
      username: users.username,
      prenom: users.prenom,
      nom: users.nom,
      role: memberships.role,
      lastSeenAt: memberships.lastSeenAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.societeId, societeId))
    .orderBy(desc(memberships.lastSeenAt), asc(users.id));
  return rows.map((row) => ({
    ...{ userId: row.userId, email: row.email, role: row.role, lastSeenAt: row.lastSeenAt },
    nom: displayName(row),
  }));
}
