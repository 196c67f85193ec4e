import { rename } from "node:fs/promises";
import { and, eq, gte, lt, or } from "drizzle-orm";
import { societes } from "#db/control/schema/societes";
import { tenantMark } from "#db/tenant/schema/tenant-mark";
import { newId } from "#server/id";
import type { Control, ControlTx } from "./control.ts";
import type { Workshop } from "./create-workshop.ts";
import type { Migration } from "./migrate.ts";
import { parseSocieteId, societeFile, societeFolder } from "./paths.ts";
import { removeSocieteFiles } from "./societe-files.ts";
import type { SocieteId, TenantTx } from "./tenant.ts";
import { makeFolder, syncFolder, writeSynced } from "./write-durably.ts";

/** What is done when the hook is called, in order. */
export const provisionSteps = ["reserved", "written", "placed", "admitted"] as const;
type ProvisionStep = (typeof provisionSteps)[number];

/** A société to make. */
export type Provision<T> = {
  readonly nom: string;
  /** Wanted; a number is added when another société has it. */
  readonly slug: string;
  /** Instant, ms. */
  readonly at: number;
  /**
   * Writes who owns it (user, membership) in the transaction that makes the société exist: both or neither.
   * What it throws undoes everything and comes back to the caller.
   */
  admit(tx: ControlTx, societeId: SocieteId): Promise<T>;
  /** Writes the first rows of the société's own database. */
  furnish?(tx: TenantTx): Promise<void>;
};

export type Provisioned<T> = {
  readonly societeId: SocieteId;
  readonly slug: string;
  /** What `admit` answered. */
  readonly admitted: T;
};

export type Provisioning = {
  readonly dataDir: string;
  readonly control: Control;
  readonly migrations: readonly Migration[];
  workshop(): Promise<Workshop>;
  /** Called after each step; a test stops the process here. */
  onStep?(step: ProvisionStep): void | Promise<void>;
};

/**
 * Makes a société: its row in state `provisioning`, its file, then in one control transaction its owner and the state
 * `active`. Until that transaction nobody can see it and no e-mail is taken; whatever fails before leaves nothing, at once
 * or, after a crash, at the next start (`recoverProvisioning`).
 */
export async function provisionSociete<T>(
  place: Provisioning,
  wanted: Provision<T>,
): Promise<Provisioned<T>> {
  const societeId = parseSocieteId(newId());
  const slug = await place.control.write((tx) => reserve(tx, societeId, wanted));
  try {
    await place.onStep?.("reserved");
    await makeFile(place, societeId, wanted.furnish);
    const admitted = await place.control.write(async (tx) => {
      const answer = await wanted.admit(tx, societeId);
      await tx
        .update(societes)
        .set({
          status: "active",
          schemaVersion: place.migrations.length,
          migrationState: "up_to_date",
          migrationAt: wanted.at,
        })
        .where(eq(societes.id, societeId));
      return answer;
    });
    await place.onStep?.("admitted");
    return { societeId, slug, admitted };
  } catch (cause) {
    await abandon(place, societeId);
    throw cause;
  }
}

/** Removes what a crash left half-made. Run at start, before anybody may register. */
export async function recoverProvisioning(place: Provisioning): Promise<void> {
  const leftovers = await place.control.read((db) =>
    db.select({ id: societes.id }).from(societes).where(eq(societes.status, "provisioning")),
  );
  for (const { id } of leftovers) await abandon(place, parseSocieteId(id));
}

async function reserve(tx: ControlTx, id: SocieteId, { nom, slug, at }: Provision<unknown>) {
  const rows = await tx
    .select({ slug: societes.slug })
    .from(societes)
    .where(
      or(
        eq(societes.slug, slug),
        and(gte(societes.slug, `${slug}-`), lt(societes.slug, `${slug}.`)),
      ),
    );
  const taken = new Set(rows.map((row) => row.slug));
  let free = slug;
  for (let rank = 2; taken.has(free); rank++) free = `${slug}-${rank}`;
  await tx.insert(societes).values({ id, slug: free, nom, status: "provisioning", createdAt: at });
  return free;
}

/** Complete before it has a name: what a power cut leaves is a draft, or a société's whole database. */
async function makeFile(
  place: Provisioning,
  societeId: SocieteId,
  furnish: Provision<unknown>["furnish"],
): Promise<void> {
  const folder = societeFolder(place.dataDir, societeId);
  const path = societeFile(place.dataDir, societeId, 1);
  const workshop = await place.workshop();
  const bytes = await workshop.furnish(async (tx) => {
    await tx.insert(tenantMark).values({ societeId });
    await furnish?.(tx as unknown as TenantTx);
  });
  await makeFolder(folder);
  await writeSynced(draftOf(path), bytes);
  await place.onStep?.("written");
  await rename(draftOf(path), path);
  await syncFolder(folder);
  await place.onStep?.("placed");
}

const draftOf = (path: string) => `${path}.tmp`;

/**
 * Files first, then the row: the row is what tells the next start that files may lie there. A file without any row is
 * never removed: it would rather mean that the control database is the one that was lost.
 */
async function abandon({ dataDir, control }: Provisioning, societeId: SocieteId): Promise<void> {
  await removeSocieteFiles(dataDir, societeId);
  await control.write((tx) =>
    tx.delete(societes).where(and(eq(societes.id, societeId), eq(societes.status, "provisioning"))),
  );
}
