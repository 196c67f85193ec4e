import { asc, eq, inArray } from "drizzle-orm";
import { pannes } from "#db/control/schema/pannes";
import { societes } from "#db/control/schema/societes";
import { alertesService } from "#server/domain/alertes-service";
import type { Moment } from "#server/domain/calendar-day";
import type { Doors } from "#server/doors";
import type { Veille } from "#server/flotte/create-veille";
import { diskFree } from "#server/flotte/disk-free";
import { readFleetHealth } from "#server/flotte/read-fleet-health";
import type { Control } from "#server/tenancy/control";

type SanteDoors = Pick<
  Doors,
  "control" | "tenancy" | "auth" | "renderer" | "renderJobs" | "veille" | "env"
>;

/** Load shed that recently is still of now, ms. */
const shedLately = 5 * 60_000;
const shown = 20;

/** How the service itself is, now: its process, its queues, its backups, and what goes wrong in which société. */
export async function readSante(doors: SanteDoors, now: Moment) {
  const { control, veille, tenancy } = doors;
  const fleet = await readFleetHealth(control, now.at);
  const disk = await diskFree(doors.env.DATA_DIR);
  const lag = veille.lag();
  const { running, answered, shed, shedAt } = veille.requests;
  const isShedding = shedAt !== null && performance.now() - shedAt < shedLately;
  const { slow, errors, totals } = veille.read();
  return {
    now: now.at,
    alertes: alertesService({ ...fleet, diskRatio: disk.ratio, lag, isShedding }),
    fleet,
    disk,
    service: {
      ...{ version: veille.version, startedAt: veille.startedAt, schema: tenancy.schemaVersion },
      ...{ lag, memory: process.memoryUsage.rss(), isShedding },
      requests: { running, answered, shed },
      streams: doors.auth.streams.count(),
      open: tenancy.stats().open,
    },
    rendering: { documents: doors.renderer.waiting(), societes: doors.renderJobs.waiting() },
    pannes: await listPannes(control),
    migrations: await listFailedMigrations(control),
    totals,
    slow: await named(control, slow.slice(0, shown)),
    errors: await named(control, bySociete(errors)),
  };
}

const listPannes = (control: Control) =>
  control.read((db) =>
    db
      .select({
        societeId: pannes.societeId,
        nom: societes.nom,
        code: pannes.code,
        since: pannes.since,
      })
      .from(pannes)
      .innerJoin(societes, eq(societes.id, pannes.societeId))
      .orderBy(asc(pannes.since))
      .limit(shown),
  );

const listFailedMigrations = (control: Control) =>
  control.read((db) =>
    db
      .select({ societeId: societes.id, nom: societes.nom, why: societes.migrationError })
      .from(societes)
      .where(eq(societes.migrationState, "failed"))
      .orderBy(asc(societes.migrationAt))
      .limit(shown),
  );

type Failure = ReturnType<Veille["read"]>["errors"][number];

/** How many of the kept failures each société met, and its last one; those of nobody together. */
function bySociete(errors: readonly Failure[]) {
  const found = new Map<string | null, Failure & { nb: number }>();
  for (const error of errors) {
    const known = found.get(error.societeId);
    if (known) known.nb += 1;
    else found.set(error.societeId, { ...error, nb: 1 });
  }
  return [...found.values()].sort((a, b) => b.nb - a.nb).slice(0, shown);
}

/** The names of those concerned; null where there is no société. */
async function named<T extends { readonly societeId: string | null }>(
  control: Control,
  rows: readonly T[],
): Promise<(T & { readonly societe: string | null })[]> {
  const ids = [...new Set(rows.flatMap(({ societeId }) => societeId ?? []))];
  const found = await control.read((db) =>
    db
      .select({ id: societes.id, nom: societes.nom })
      .from(societes)
      .where(inArray(societes.id, ids)),
  );
  const names = new Map(found.map(({ id, nom }) => [id, nom]));
  return rows.map((row) => ({ ...row, societe: names.get(row.societeId ?? "") ?? null }));
}
