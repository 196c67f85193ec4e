import path from "node:path";
import { desc, eq, inArray } from "drizzle-orm";
import { sauvegardes } from "#db/control/schema/sauvegardes";
import { societes } from "#db/control/schema/societes";
import { todayInParis } from "#server/domain/calendar";
import type { Env } from "#server/env";
import { eachNight } from "#server/jobs/each-night";
import { log } from "#server/log";
import { createCopier } from "#server/tenancy/create-copier";
import { parseSocieteId } from "#server/tenancy/paths";
import { TenancyError } from "#server/tenancy/tenancy-error";
import type { BackupDoors } from "./backup-doors.ts";
import { openBackupFolder } from "./backup-folder.ts";
import { readBackupKeys } from "./backup-keys.ts";
import { recoverRestores } from "./recover-restores.ts";
import { listCopied, type RehearsalReport, rehearseFleet } from "./rehearse-fleet.ts";
import { type Restored, restoreSociete } from "./restore-societe.ts";
import { type SaveReport, saveFleet } from "./save-fleet.ts";

/** Europe/Paris, before the books are checked. */
const hour = 2;
/** Restores rehearsed a night: those that waited longest. */
const rehearsedNightly = 5;

type Place = Pick<
  BackupDoors,
  "dataDir" | "control" | "tenancy" | "archive" | "clock" | "onRestored"
> & {
  readonly env: Pick<Env, "BACKUP_DIR" | "BACKUP_KEY" | "BACKUP_KEEP">;
};
type Asked = {
  readonly slug?: string | undefined;
  readonly from?: string | undefined;
  readonly acceptsLoss?: boolean | undefined;
};
type Tell = (done: number, total: number, slug: string) => void;

/** Saving and restoring, one thing at a time; every night a backup, and the restore of a few sociétés rehearsed. */
export type Backups = ReturnType<typeof createBackups>;

export function backupPlace(env: Place["env"], dataDir: string) {
  const [days = 0, weeks = 0, months = 0] = env.BACKUP_KEEP.split(",").map(Number);
  const folder = path.resolve(env.BACKUP_DIR ?? path.join(dataDir, "sauvegardes"));
  return {
    folder: openBackupFolder(folder, readBackupKeys(env.BACKUP_KEY)),
    retention: { days, weeks, months },
  };
}

export function createBackups({ env, ...place }: Place) {
  const { control, clock } = place;
  const copier = createCopier();
  const doors: BackupDoors = { ...place, ...backupPlace(env, place.dataDir), copier };
  let busy: Promise<unknown> | null = null;
  let closing = false;
  let triedOn: string | null = null;

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    if (busy) throw new TenancyError("BACKUP_RUNNING", "a backup or a restore is at work already");
    const running = work();
    busy = running.catch(() => {});
    try {
      return await running;
    } finally {
      busy = null;
    }
  }

  const save = (kind: "nightly" | "asked", tell?: Tell): Promise<SaveReport> =>
    alone(() =>
      saveFleet(doors, { kind, isStopping: () => closing, ...(tell && { onProgress: tell }) }),
    );

  /** A société, or all that have a copy. */
  const rehearse = ({ slug, from }: Asked, tell?: Tell): Promise<RehearsalReport> =>
    alone(async () => {
      const wanted =
        slug === undefined ? await listCopied(control) : [await findSociete(control, slug)];
      return rehearseFleet(doors, { wanted, from, tell, isStopping: () => closing });
    });

  const night = eachNight({
    ...{ name: "backup", clock, hour },
    lastDay: async () => (triedOn === clock().today ? triedOn : lastSavedOn(control)),
    async run() {
      triedOn = clock().today;
      const { failed, ...report } = await save("nightly");
      if (failed.length > 0) log.error({ failed }, "sociétés not saved");
      const rehearsed = await alone(async () => {
        const wanted = await listCopied(control, rehearsedNightly);
        return rehearseFleet(doors, { wanted, isStopping: () => closing });
      });
      log.info({ ...report, rehearsed: rehearsed.equal }, "backup made");
    },
  });

  return {
    save,
    rehearse,
    async restore({ slug = "", from, acceptsLoss }: Asked): Promise<Restored> {
      const { id: societeId } = await findSociete(control, slug);
      return alone(() => restoreSociete(doors, { societeId, from, acceptsLoss }));
    },
    list: () =>
      control.read((db) => db.select().from(sauvegardes).orderBy(desc(sauvegardes.startedAt))),
    /** Puts right what a crash left, before anybody is served. */
    recover: () => recoverRestores(control, clock().at),
    start: night.start,
    async close(): Promise<void> {
      closing = true;
      await night.close();
      await busy;
      await copier.close();
    },
  };
}

async function findSociete(control: Place["control"], slug: string) {
  const [found] = await control.read((db) =>
    db.select({ id: societes.id }).from(societes).where(eq(societes.slug, slug)),
  );
  if (!found)
    throw new TenancyError("RESTORE_REFUSED", `no société is called ${JSON.stringify(slug)}`);
  return { id: parseSocieteId(found.id), slug };
}

/** The day of the last backup that holds something; null before the first. */
async function lastSavedOn(control: Place["control"]): Promise<string | null> {
  const [last] = await control.read((db) =>
    db
      .select({ at: sauvegardes.startedAt })
      .from(sauvegardes)
      .where(inArray(sauvegardes.state, ["complete", "partial"]))
      .orderBy(desc(sauvegardes.startedAt))
      .limit(1),
  );
  return last ? todayInParis(last.at) : null;
}
