import { and, desc, eq, inArray, lte, notLike, sql } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { actes } from "#db/control/schema/actes";
import { audit } from "#db/control/schema/audit";
import { stripeEvents } from "#db/control/schema/stripe-events";
import { users } from "#db/control/schema/users";
import { displayName } from "#server/domain/display-name";
import type { Control, ControlDb } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";

/** One thing that happened to a société. `details`: what its sentence needs, as the source kept it. */
export type Jalon = {
  readonly at: number;
  readonly source: "compte" | "stripe" | "acte";
  /** Unique among the sources. */
  readonly key: string;
  /** Past tense, or Stripe's own word. */
  readonly kind: string;
  readonly actor: string | null;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
};

const pageSize = 30;

/** Told by the acts of the staff themselves, each with its reason. */
const alsoActes = ["derogation.granted", "derogation.ended"];
/** Coming and going is no event of the société; the people's own journal has it. */
const quiet = "user.%";

/**
 * What happened to a société, the latest first: its registration, its team, Stripe's events, the acts and the notes of
 * the staff. Three sources, each already in order, merged.
 *
 * @param before only what is older, milliseconds UTC
 */
export function listChronologie(control: Control, societeId: SocieteId, before: number | null) {
  const until = before ?? Number.MAX_SAFE_INTEGER;
  return control.read(async (db) => {
    const sources = [
      ...(await ofAudit(db, societeId, until)),
      ...(await ofStripe(db, societeId, until)),
      ...(await ofActes(db, societeId, until)),
    ].sort((a, b) => b.at - a.at || (a.key < b.key ? 1 : -1));
    const rows = sources.slice(0, pageSize);
    const last = sources.length > pageSize ? rows.at(-1) : undefined;
    return { rows, before: last ? last.at - 1 : null };
  });
}

async function ofAudit(db: ControlDb, societeId: SocieteId, until: number): Promise<Jalon[]> {
  const isTold = and(
    eq(audit.societeId, societeId),
    lte(audit.at, until),
    notLike(audit.action, quiet),
    sql`${audit.action} NOT IN ${alsoActes}`,
  );
  const rows = await db
    .select({
      line: audit,
      user: { username: users.username, prenom: users.prenom, nom: users.nom },
    })
    .from(audit)
    .leftJoin(users, eq(users.id, audit.userId))
    .where(isTold)
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(pageSize + 1);
  return rows.map(({ line, user }) => ({
    ...{ at: line.at, source: "compte", key: line.id, kind: line.action, reason: null },
    actor: user === null ? null : displayName(user),
    details: line.details,
  }));
}

async function ofStripe(db: ControlDb, societeId: SocieteId, until: number): Promise<Jalon[]> {
  const customer = db
    .select({ id: abonnements.stripeCustomerId })
    .from(abonnements)
    .where(eq(abonnements.societeId, societeId));
  const rows = await db
    .select()
    .from(stripeEvents)
    .where(and(inArray(stripeEvents.customerId, customer), lte(stripeEvents.createdAt, until)))
    .orderBy(desc(stripeEvents.createdAt), desc(stripeEvents.id))
    .limit(pageSize + 1);
  return rows.map(({ id, type, createdAt, status, attempts, error }) => ({
    ...{ at: createdAt, source: "stripe", key: id, kind: type, actor: null, reason: null },
    details: { status, attempts, error },
  }));
}

async function ofActes(db: ControlDb, societeId: SocieteId, until: number): Promise<Jalon[]> {
  const rows = await db
    .select()
    .from(actes)
    .where(and(eq(actes.societeId, societeId), lte(actes.at, until)))
    .orderBy(desc(actes.id))
    .limit(pageSize + 1);
  return rows.map(({ id, at, kind, actorNom, reason, details }) => ({
    ...{ at, source: "acte", key: `acte-${id}`, kind, actor: actorNom, reason },
    details: JSON.parse(details) as Jalon["details"],
  }));
}
