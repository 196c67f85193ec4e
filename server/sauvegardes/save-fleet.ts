import { randomBytes } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { copies } from "#db/control/schema/copies";
import { sauvegardes } from "#db/control/schema/sauvegardes";
import { societes } from "#db/control/schema/societes";
import type { SocieteId } from "#server/tenancy/tenant";
import { whyOf } from "#server/tenancy/why-of";
import type { BackupDoors } from "./backup-doors.ts";
import type { FleetManifest } from "./manifest.ts";
import { pruneBackups } from "./prune-backups.ts";
import { saveSociete } from "./save-societe.ts";

export type SaveReport = {
  readonly id: string;
  readonly saved: number;
  /** `slug: why`; the others are saved all the same. */
  readonly failed: readonly string[];
  readonly bytes: number;
  /** Older backups the retention let go. */
  readonly forgotten: number;
};

type Asked = {
  readonly kind: "nightly" | "asked";
  readonly isStopping?: () => boolean;
  /** After each société: how many are done, of how many, the last one. */
  readonly onProgress?: (done: number, total: number, slug: string) => void;
};

/**
 * Saves the whole service: each société, then the control database, so that it names no société the backup lacks. A société
 * that cannot be copied stops nobody else. The manifest comes last: without it nothing was saved.
 *
 * @throws what failed, the backup then being noted as failed
 */
export async function saveFleet(doors: BackupDoors, asked: Asked): Promise<SaveReport> {
  const { control, clock, folder } = doors;
  const startedAt = clock().at;
  const id = idOf(startedAt);
  const row = { id, kind: asked.kind, state: "running" as const, startedAt };
  await control.write((tx) => tx.insert(sauvegardes).values({ ...row, sealed: folder.isSealed }));
  try {
    const manifest = await copyAll(doors, { ...asked, id, startedAt });
    await folder.write(manifest);
    await noteSaved(doors, manifest);
    const forgotten = await prune(doors, id);
    const failed = manifest.failed.map(({ slug, why }) => `${slug}: ${why}`);
    return { id, saved: manifest.societes.length, failed, bytes: bytesOf(manifest), forgotten };
  } catch (cause) {
    const ended = { state: "failed" as const, error: whyOf(cause), endedAt: clock().at };
    await control.write((tx) => tx.update(sauvegardes).set(ended).where(eq(sauvegardes.id, id)));
    throw cause;
  }
}

/** Room that could not be made takes nothing from the backup just made. */
async function prune(doors: BackupDoors, id: string): Promise<number> {
  try {
    return await pruneBackups(doors);
  } catch (cause) {
    const error = `older backups were not let go: ${whyOf(cause)}`;
    await doors.control.write((tx) =>
      tx.update(sauvegardes).set({ error }).where(eq(sauvegardes.id, id)),
    );
    return 0;
  }
}

/** Its instant in UTC, so that names sort by age. */
const idOf = (at: number) =>
  `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z-${randomBytes(3).toString("hex")}`;

const bytesOf = ({ societes, control }: FleetManifest) =>
  societes.reduce((sum, { bytes }) => sum + bytes, control.bytes);

type Run = Asked & { readonly id: string; readonly startedAt: number };

async function copyAll(doors: BackupDoors, run: Run): Promise<FleetManifest> {
  const { control, copier, folder, clock } = doors;
  const staging = join(folder.folder, "en-cours");
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true, mode: 0o700 });
  try {
    const copied = await copySocietes(doors, run, staging);
    const draft = join(staging, "control.db");
    const database = await copier.copy(control.path, draft);
    await folder.objects.put(database.sha256, draft);
    const { id, startedAt } = run;
    return { version: 1, id, startedAt, endedAt: clock().at, control: database, ...copied };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function copySocietes(doors: BackupDoors, run: Run, staging: string) {
  const active = await doors.control.read((db) =>
    db
      .select({ id: societes.id, slug: societes.slug, generation: societes.generation })
      .from(societes)
      .where(eq(societes.status, "active"))
      .orderBy(societes.id),
  );
  const saved: FleetManifest["societes"] = [];
  const failed: FleetManifest["failed"] = [];
  for (const [index, { id, slug, generation }] of active.entries()) {
    if (run.isStopping?.()) throw new Error("the service stopped during the backup");
    try {
      const copy = await saveSociete(doors, id as SocieteId, join(staging, `${id}.db`));
      saved.push({ societeId: id, slug, generation, ...copy });
    } catch (cause) {
      failed.push({ societeId: id, slug, why: whyOf(cause) });
    }
    run.onProgress?.(index + 1, active.length, slug);
  }
  return { societes: saved, failed };
}

/** The backup, and of each société its last good copy or why there is no new one. */
async function noteSaved({ control, clock }: BackupDoors, manifest: FleetManifest): Promise<void> {
  const at = clock().at;
  const { id, startedAt } = manifest;
  const state = manifest.failed.length === 0 ? ("complete" as const) : ("partial" as const);
  const counted = { societes: manifest.societes.length, failed: manifest.failed.length };
  await control.write((tx) =>
    tx
      .update(sauvegardes)
      .set({ state, endedAt: at, ...counted, bytes: bytesOf(manifest) })
      .where(eq(sauvegardes.id, id)),
  );
  const good = manifest.societes.map(({ societeId, bytes }) => ({
    societeId,
    ...{ sauvegardeId: id, savedAt: startedAt, bytes, failedAt: null, failure: null },
  }));
  const bad = manifest.failed.map(({ societeId, why }) => ({
    societeId,
    ...{ failedAt: at, failure: why },
  }));
  for (const rows of [good, bad])
    for (let from = 0; from < rows.length; from += noteSlice)
      await control.write(async (tx) => {
        for (const { societeId, ...noted } of rows.slice(from, from + noteSlice))
          await tx
            .insert(copies)
            .values({ societeId, ...noted })
            .onConflictDoUpdate({ target: copies.societeId, set: noted });
      });
}

/** Rows a transaction: the others' log-ins wait for no more than that. */
const noteSlice = 200;
