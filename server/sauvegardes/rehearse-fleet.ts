import { asc, eq } from "drizzle-orm";
import { copies } from "#db/control/schema/copies";
import { societes } from "#db/control/schema/societes";
import { log } from "#server/log";
import type { Control } from "#server/tenancy/control";
import { parseSocieteId } from "#server/tenancy/paths";
import type { SocieteId } from "#server/tenancy/tenant";
import { whyOf } from "#server/tenancy/why-of";
import type { BackupDoors } from "./backup-doors.ts";
import { rehearseSociete } from "./rehearse-societe.ts";

type Named = { readonly id: SocieteId; readonly slug: string };

type Wanted = {
  readonly wanted: readonly Named[];
  readonly from?: string | undefined;
  readonly isStopping: () => boolean;
  readonly tell?: ((done: number, total: number, slug: string) => void) | undefined;
};

export type RehearsalReport = {
  /** Restored aside, and equal to what was saved. */
  readonly equal: number;
  /** `slug: why`. */
  readonly failed: readonly string[];
  readonly rows: number;
};

/** Rehearses the restore of several sociétés, one after the other; one that fails stops nobody else. */
export async function rehearseFleet(doors: BackupDoors, run: Wanted): Promise<RehearsalReport> {
  const failed: string[] = [];
  let equal = 0;
  let rows = 0;
  for (const [index, { id, slug }] of run.wanted.entries()) {
    if (run.isStopping()) break;
    try {
      rows += (await rehearseSociete(doors, { societeId: id, from: run.from })).rows;
      equal++;
    } catch (cause) {
      failed.push(`${slug}: ${whyOf(cause)}`);
      log.error({ societeId: id, err: cause }, "a copy would not restore");
    }
    run.tell?.(index + 1, run.wanted.length, slug);
  }
  return { equal, failed, rows };
}

/** Sociétés that have a copy, those whose restore was rehearsed longest ago first. */
export async function listCopied(control: Control, limit = -1): Promise<Named[]> {
  const rows = await control.read((db) =>
    db
      .select({ id: societes.id, slug: societes.slug })
      .from(copies)
      .innerJoin(societes, eq(societes.id, copies.societeId))
      .where(eq(societes.status, "active"))
      .orderBy(asc(copies.rehearsedAt), asc(copies.societeId))
      .limit(limit),
  );
  return rows.map(({ id, slug }) => ({ id: parseSocieteId(id), slug }));
}
