import { rm, unlink } from "node:fs/promises";
import { and, eq, ne } from "drizzle-orm";
import { societes } from "#db/control/schema/societes";
import { tenantMark } from "#db/tenant/schema/tenant-mark";
import { newId } from "#server/id";
import type { Control, ControlTx } from "./control.ts";
import type { Gathering } from "./create-gathering.ts";
import type { Workshop } from "./create-workshop.ts";
import { fixedControlInsert, fixedQuery } from "./fixed-statement.ts";
import type { Migration } from "./migrate.ts";
import { parseSocieteId, societeDraft, societeFile } from "./paths.ts";
import { listDrafts, removeSocieteFiles } from "./societe-files.ts";
import type { SocieteId, TenantTx } from "./tenant.ts";
import { linkDurably, writeSynced } from "./write-durably.ts";

/** What is done when the hook is called, in order. */
export const provisionSteps = ["written", "placed", "admitted", "cleared"] as const;
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
  /** Of those whose files are being made. */
  readonly gathering: Gathering;
  /** Called after each step; a test stops the process here. */
  onStep?(step: ProvisionStep): void | Promise<void>;
};

/**
 * Makes a société: its file, then in one control transaction its row, `active`, and its owner. Until that transaction
 * nobody can see it and no e-mail is taken. A second name of the file, its draft, stands until then for « half-made »:
 * whatever fails before leaves nothing, at once or, after a crash, at the next start (`recoverProvisioning`).
 */
export async function provisionSociete<T>(
  place: Provisioning,
  wanted: Provision<T>,
): Promise<Provisioned<T>> {
  const societeId = parseSocieteId(newId());
  const made = await admitInto(place, societeId, wanted).catch(async (cause: unknown) => {
    await clear(place, societeId);
    throw cause;
  });
  await place.onStep?.("admitted");
  await unlink(societeDraft(place.dataDir, societeId)).catch(() => {}); // else the next start does
  await place.onStep?.("cleared");
  return { societeId, ...made };
}

/** Removes what a crash left half-made. Run at start, before anybody may register. */
export async function recoverProvisioning(place: Provisioning): Promise<void> {
  const isFormer = eq(societes.status, "provisioning"); // before drafts stood for it, a row did
  const rows = await place.control.read((db) =>
    db.select({ id: societes.id }).from(societes).where(isFormer),
  );
  const former = rows.map(({ id }) => parseSocieteId(id));
  for (const societeId of [...former, ...(await listDrafts(place.dataDir))])
    await clear(place, societeId);
  if (former.length > 0) await place.control.write((tx) => tx.delete(societes).where(isFormer));
}

/**
 * Ends a provisioning: the row decides whether the société exists. A file without a draft is never removed: it would rather
 * mean that the control database is the one that was lost.
 */
async function clear({ dataDir, control }: Provisioning, societeId: SocieteId): Promise<void> {
  const isIt = and(eq(societes.id, societeId), ne(societes.status, "provisioning"));
  const isMade = (await control.read((db) => db.$count(societes, isIt))) > 0;
  if (isMade) await rm(societeDraft(dataDir, societeId), { force: true });
  else await removeSocieteFiles(dataDir, societeId);
}

async function admitInto<T>(place: Provisioning, societeId: SocieteId, wanted: Provision<T>) {
  await place.gathering.through(() => makeFile(place, societeId, wanted.furnish));
  return place.control.write(async (tx) => ({
    slug: await insertSociete(tx, societeId, wanted, place.migrations.length),
    admitted: await wanted.admit(tx, societeId),
  }));
}

async function insertSociete(
  tx: ControlTx,
  id: SocieteId,
  { nom, slug, at }: Provision<unknown>,
  schemaVersion: number,
): Promise<string> {
  const rows = await likeSlugs(tx, [slug, `${slug}-`, `${slug}.`]);
  const taken = new Set(rows.map((row) => row.slug));
  let free = slug;
  for (let rank = 2; taken.has(free); rank++) free = `${slug}-${rank}`;
  await insertRow(tx, {
    ...{ id, slug: free, nom, status: "active", createdAt: at },
    ...{ schemaVersion, migrationState: "up_to_date", migrationAt: at },
  });
  return free;
}

/** That slug, and those made of it and a number. */
const likeSlugs = fixedQuery<{ slug: string }>(
  "SELECT slug FROM societes WHERE slug = ? OR (slug >= ? AND slug < ?)",
);

const insertRow = fixedControlInsert(societes, [
  ...(["id", "slug", "nom", "status", "createdAt"] as const),
  ...(["schemaVersion", "migrationState", "migrationAt"] as const),
]);

async function makeFile(
  place: Provisioning,
  societeId: SocieteId,
  furnish: Provision<unknown>["furnish"],
): Promise<void> {
  const draft = societeDraft(place.dataDir, societeId);
  const workshop = await place.workshop();
  const bytes = await workshop.furnish(async (tx) => {
    await tx.insert(tenantMark).values({ societeId });
    await furnish?.(tx as unknown as TenantTx);
  });
  await writeSynced(draft, bytes);
  await place.onStep?.("written");
  await linkDurably(draft, societeFile(place.dataDir, societeId, 1), bytes);
  await place.onStep?.("placed");
}
