import { stat } from "node:fs/promises";
import { and, asc, eq, max, ne } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { clotures } from "#db/control/schema/clotures";
import { memberships } from "#db/control/schema/memberships";
import { plans } from "#db/control/schema/plans";
import { type Releve, releves } from "#db/control/schema/releves";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import { countIssued } from "#server/abonnement/count-issued";
import { storedBytes } from "#server/abonnement/stored-bytes";
import { termsOf } from "#server/billing/terms-of";
import { etatAbonnement } from "#server/domain/etat-abonnement";
import { mrrOf } from "#server/domain/mrr";
import { type Entitlement, entitlementOf } from "#server/domain/quota";
import { fold } from "#server/domain/search";
import { loadEmetteur } from "#server/societe/emetteur-view";
import type { Control, ControlDb, ControlTx } from "#server/tenancy/control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";

export type MeasureDoors = {
  readonly control: Control;
  readonly tenancy: Pick<Tenancy, "openTenant" | "lend">;
};

/** What only the société's own database knows. */
type Inside = Pick<Releve, "factures" | "octets" | "walOctets" | "siren">;

/**
 * Writes a société's kept figures anew, from the control database and from its own. One whose database cannot be opened
 * keeps the figures it had, and is marked. A société that is not open to anybody is measured from outside only.
 *
 * @param at instant of the measure, milliseconds UTC
 */
export async function measureSociete(
  { control, tenancy }: MeasureDoors,
  societeId: SocieteId,
  at: number,
): Promise<void> {
  const known = await control.read((db) => readOutside(db, societeId, at));
  if (!known) return;
  const { entitlement, societe, before, ...outside } = known;
  const inside = await readInside(tenancy, societeId, entitlement);
  const kept = inside ?? before ?? { factures: 0, octets: 0, walOctets: 0, siren: "" };
  const { factures, octets, walOctets, siren } = kept;
  const limite = entitlement.limits.factures;
  const row = {
    ...outside,
    ...{ societeId, factures, octets, walOctets, siren, limite, measuredAt: at },
    nomKey: fold(societe.nom),
    search: fold([societe.nom, societe.slug, siren, ...known.emails].join(" ")),
    usage: limite ? Math.round((factures * 1_000) / limite) : 0,
    sante: santeOf(inside !== null, societe.migrationState),
  };
  const { emails: _, ...values } = row;
  await control.write(async (tx) => {
    // Between the reading and this line, its destruction may have begun: nothing of it is written again.
    if (await isGone(tx, societeId)) return;
    await tx
      .insert(releves)
      .values(values)
      .onConflictDoUpdate({ target: releves.societeId, set: values });
  });
}

const isGone = async (db: ControlDb | ControlTx, societeId: SocieteId) =>
  (await db.$count(clotures, and(eq(clotures.societeId, societeId), ne(clotures.step, "asked")))) >
  0;

function santeOf(isOpen: boolean, migration: string): Releve["sante"] {
  if (migration === "failed") return "migration_echouee";
  return isOpen ? "saine" : "indisponible";
}

async function readOutside(db: ControlDb, societeId: SocieteId, at: number) {
  const [societe] = await db.select().from(societes).where(eq(societes.id, societeId));
  if (!societe || societe.status === "provisioning" || (await isGone(db, societeId))) return null;
  const terms = await termsOf(db, societeId);
  const entitlement = entitlementOf(terms, { at });
  const people = await db
    .select({ email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.societeId, societeId))
    .orderBy(asc(memberships.createdAt));
  const [seen] = await db
    .select({ at: max(memberships.lastSeenAt) })
    .from(memberships)
    .where(eq(memberships.societeId, societeId));
  const [before] = await db.select().from(releves).where(eq(releves.societeId, societeId));
  return {
    societe,
    entitlement,
    before: before ?? null,
    ...etatAbonnement(terms, { at }),
    offre: entitlement.plan.offre,
    planNom: entitlement.plan.nom,
    mrrHt: await mrrNow(db, societeId),
    utilisateurs: people.length,
    emails: people.map(({ email }) => email),
    activiteAt: Math.max(seen?.at ?? 0, before?.activiteAt ?? 0, societe.createdAt),
  };
}

async function mrrNow(db: ControlDb, societeId: SocieteId) {
  const [row] = await db
    .select({
      status: abonnements.status,
      priceHt: plans.priceHt,
      interval: plans.interval,
      offertUntil: abonnements.offertUntil,
    })
    .from(abonnements)
    .innerJoin(plans, eq(plans.code, abonnements.planCode))
    .where(eq(abonnements.societeId, societeId));
  if (row && row.offertUntil !== null) return 0;
  return mrrOf(row?.status ?? null, row ?? { priceHt: 0, interval: "mois" });
}

/** An empty log is no file. */
const walBytes = (file: string): Promise<number> =>
  stat(`${file}-wal`).then(
    ({ size }) => size,
    () => 0,
  );

/** Null when its database does not answer: one société out of order is that société's figures only. */
async function readInside(
  tenancy: MeasureDoors["tenancy"],
  societeId: SocieteId,
  { window }: Entitlement,
): Promise<Inside | null> {
  try {
    const inside = await tenancy.openTenant(societeId).read(async (db) => ({
      factures: await countIssued(db, window),
      octets: await storedBytes(db),
      siren: (await loadEmetteur(db)).siren,
    }));
    return { ...inside, walOctets: await tenancy.lend(societeId, walBytes) };
  } catch {
    return null;
  }
}
