import { and, eq } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { demonstrations } from "#db/control/schema/demonstrations";
import { memberships } from "#db/control/schema/memberships";
import { societes } from "#db/control/schema/societes";
import { slugOf } from "#server/auth/slug-of";
import type { Doer } from "#server/compte/doer";
import { demonstrationTrade } from "#server/demo/demonstration-trade";
import { Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import type { ControlDb, ControlTx } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import type { DemonstrationDoors } from "./demonstration-doors.ts";
import { findDemonstration } from "./find-demonstration.ts";
import { furnishDemonstration } from "./furnish-demonstration.ts";

type Opener = Pick<Doer, "userId" | "now">;

/**
 * This person's own demonstration: a société beside theirs, with made-up books of fourteen months. Made the first time;
 * asked again, the same. It subscribes to nothing, is in no figure of the service, and nobody else enters it.
 *
 * @throws Refusal ROLE_FORBIDDEN to whom administers no société
 */
export async function openDemonstration(
  doors: DemonstrationDoors,
  { userId, now }: Opener,
): Promise<SocieteId> {
  const known = await doors.control.read(async (db) => {
    await assertAdmin(db, userId);
    return findDemonstration(db, userId);
  });
  if (known) return known;
  try {
    const { nom } = demonstrationTrade;
    const { societeId } = await doors.tenancy.provision({
      nom,
      slug: slugOf(`${nom} demonstration`),
      at: now.at,
      admit: (tx, societeId) => admit(tx, societeId, { userId, now }),
      furnish: (tx) => furnishDemonstration(tx, now),
    });
    doors.renderJobs.wake(societeId);
    await doors.releves.measure(societeId);
    return societeId;
  } catch (cause) {
    if (cause instanceof AlreadyThere) return cause.societeId;
    throw cause;
  }
}

/** Made twice at once, the second is the first. */
class AlreadyThere extends Error {
  override readonly name = "AlreadyThere";
  readonly societeId: SocieteId;

  constructor(societeId: SocieteId) {
    super("this person has a demonstration");
    this.societeId = societeId;
  }
}

async function admit(tx: ControlTx, societeId: SocieteId, { userId, now }: Opener): Promise<void> {
  const other = await findDemonstration(tx, userId);
  if (other) throw new AlreadyThere(other);
  const createdAt = now.at;
  await tx.update(societes).set({ isDemonstration: true }).where(eq(societes.id, societeId));
  await tx.insert(demonstrations).values({ societeId, userId, createdAt });
  await tx.insert(memberships).values({ userId, societeId, role: "admin", createdAt });
  const act = { action: "demonstration.opened", userId, societeId };
  await tx.insert(audit).values({ id: newId(), at: now.at, ...act });
}

/** It shows what administering a société is. */
async function assertAdmin(db: ControlDb, userId: string): Promise<void> {
  const [own] = await db
    .select({ societeId: memberships.societeId })
    .from(memberships)
    .innerJoin(societes, eq(societes.id, memberships.societeId))
    .where(
      and(
        eq(memberships.userId, userId),
        eq(memberships.role, "admin"),
        eq(societes.isDemonstration, false),
      ),
    )
    .limit(1);
  if (!own) throw new Refusal("ROLE_FORBIDDEN", { role: "aucun" });
}
