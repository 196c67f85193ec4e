import { eq } from "drizzle-orm";
import { societes } from "#db/control/schema/societes";
import { Refusal } from "#server/domain/refusal";
import { traced } from "#server/traces/traced";
import { createDescriptorCollector } from "./collect-descriptors.ts";
import type { Control } from "./control.ts";
import { createGathering } from "./create-gathering.ts";
import type { Workshop } from "./create-workshop.ts";
import { type Migration, migrationsFolder, readMigrations } from "./migrate.ts";
import { type MigrationNotes, noteMigrations } from "./note-migrations.ts";
import { type Base, openFile } from "./open-file.ts";
import { openWorkshop } from "./open-workshop.ts";
import { existingFile, parseSocieteId, societeFile, societeFolder } from "./paths.ts";
import { createPool, type Pool } from "./pool.ts";
import {
  type Provision,
  type Provisioned,
  type Provisioning,
  provisionSociete,
  recoverProvisioning,
} from "./provision.ts";
import { listSocieteFiles, removeSocieteFiles } from "./societe-files.ts";
import { isStorageFailure } from "./sqlite-code.ts";
import { createStatementShelf, type StatementShelf } from "./statement-shelf.ts";
import { TenancyError } from "./tenancy-error.ts";
import type { SocieteId, Tenant } from "./tenant.ts";

export type TenancyOptions = {
  /** Held by this process (`acquireDataDir`). */
  readonly dataDir: string;
  readonly control: Control;
  /** Sociétés kept open. Each costs 3 to 5 descriptors: at most (`ulimit -n` − 150) / 6. Default 500. */
  readonly capacity?: number;
  /** Default: `db/tenant/migrations`. */
  readonly migrationsDir?: string;
  /** A société could not be opened, read or written: for the log and the alarm. */
  readonly onTrouble?: (societeId: SocieteId, cause: unknown) => void;
  /** A société's file was opened and found sound. */
  readonly onOpened?: (societeId: SocieteId) => void;
  /** Instant, ms: when a migration is noted in the control database. */
  readonly clock?: () => number;
  readonly onProvisionStep?: Provisioning["onStep"];
};

export type Tenancy = {
  /** Synchronous and free: the database is opened by the first `read` or `write`. @throws TenancyError ID_INVALID */
  openTenant(societeId: SocieteId): Tenant;
  /** The schema this program knows: what a société is brought to when it is opened. */
  readonly schemaVersion: number;
  provision<T>(wanted: Provision<T>): Promise<Provisioned<T>>;
  /**
   * Closes a société that may not be opened any more (its status says so first) and answers with the paths of its files;
   * `remove` takes them off the disk for good. Both may be run again after a stop.
   */
  retire(societeId: SocieteId): Promise<{ readonly files: string[]; remove(): Promise<void> }>;
  /**
   * Lends the live file of a société, held open meanwhile, to be copied by `createCopier` and nothing else.
   *
   * @throws Refusal SOCIETE_UNAVAILABLE
   */
  lend<T>(societeId: SocieteId, use: (path: string) => Promise<T>): Promise<T>;
  /** Opens a file that is not in its place, a copy say, migrating it. @throws what is wrong with it */
  openAside(path: string, societeId: SocieteId): Promise<AsideTenant>;
  /** Resolves once nobody works on the société's file and it is closed; forbid its opening first (`maintenance`). */
  drain(societeId: SocieteId): Promise<void>;
  stats(): ReturnType<Pool<SocieteId, Opened>["stats"]>;
  /** Refuses new work, lets the running end, moves the logs into the files. */
  close(): Promise<void>;
};

type AsideTenant = Tenant & { close(): Promise<void> };
type Opened = { readonly base: Base; readonly path: string; close: Base["close"] };

/** A registration whose file is made waits this long at most for those being made, ms: they share a commit. */
const gatherMs = 10;

/** The sociétés of a data directory. Removes first what a crash during a provisioning left. */
export async function createTenancy(options: TenancyOptions): Promise<Tenancy> {
  const { dataDir, control } = options;
  const migrations = await readMigrations(options.migrationsDir ?? migrationsFolder("tenant"));
  const onClosed = createDescriptorCollector();
  const { clock = Date.now, onTrouble = () => {} } = options;
  const noted = noteMigrations({ control, clock, onTrouble });
  const shelf = createStatementShelf();
  let workshop: Promise<Workshop | null> = Promise.resolve(null);
  const place: Provisioning = {
    dataDir,
    control,
    migrations,
    gathering: createGathering(gatherMs),
    workshop() {
      const opened = workshop.then((known) => known ?? openWorkshop(dataDir, migrations));
      workshop = opened.catch(() => null); // a full disk, say: tried again by the next one
      return opened;
    },
    ...(options.onProvisionStep && { onStep: options.onProvisionStep }),
  };
  await recoverProvisioning(place);

  const pool = createPool<SocieteId, Opened>({
    capacity: options.capacity ?? 500,
    onClosed,
    open: (societeId) => openTenantFile({ ...options, shelf }, migrations, societeId, noted),
  });
  return {
    openTenant: (text) => {
      const societeId = parseSocieteId(text);
      const use = useOf(pool, societeId, options);
      return tenantOf(societeId, (job) => use(({ base }) => job(base)));
    },
    schemaVersion: migrations.length,
    provision: (wanted) => provisionSociete(place, wanted),
    async retire(societeId) {
      await pool.forget(societeId);
      return {
        files: await listSocieteFiles(dataDir, societeId),
        remove: () => removeSocieteFiles(dataDir, societeId),
      };
    },
    lend: (societeId, use) =>
      useOf(pool, parseSocieteId(societeId), options)(({ path }) => use(path)),
    async openAside(path, societeId) {
      const base = await openChecked(path, societeId, { migrations, shelf });
      return { ...tenantOf(societeId, (job) => job(base)), close: () => base.close(true) };
    },
    drain: (societeId) => pool.forget(societeId),
    stats: pool.stats,
    async close() {
      await pool.close();
      await (await workshop)?.close();
      await noted.settled();
    },
  };
}

type Use = <T>(job: (opened: Opened) => Promise<T>) => Promise<T>;

/** A société that cannot be served is one société out of order: the others go on. */
function useOf(pool: Pool<SocieteId, Opened>, societeId: SocieteId, options: TenancyOptions): Use {
  return async (job) => {
    try {
      return await pool.use(societeId, job);
    } catch (cause) {
      if (!isUnavailable(cause)) throw cause;
      void pool.forget(societeId); // opened anew next time: the trouble may be over
      options.onTrouble?.(societeId, cause);
      const refusal = new Refusal("SOCIETE_UNAVAILABLE");
      refusal.cause = cause;
      throw refusal;
    }
  };
}

function tenantOf(
  societeId: SocieteId,
  use: <T>(job: (base: Base) => Promise<T>) => Promise<T>,
): Tenant {
  const spans = spansOf(societeId);
  return {
    societeId,
    // drizzle's own objects, seen through the types that keep the two databases apart
    read: (query) =>
      traced(spans.read, () =>
        use((base) => query(base.db as unknown as Parameters<typeof query>[0])),
      ),
    write: (work) =>
      traced(spans.write, () =>
        use((base) => base.write((tx) => work(tx as unknown as Parameters<typeof work>[0]))),
      ),
  };
}

/** From the asking to the commit: the wait for one's turn is part of it. */
function spansOf(societeId: SocieteId) {
  const facts = { "db.system.name": "sqlite", "facturepro.societe_id": societeId };
  return {
    read: { name: "tenant read", facts },
    write: { name: "tenant transaction", facts },
  };
}

/** Faults of the caller's code pass through; faults of the store make the société unavailable. */
function isUnavailable(cause: unknown): boolean {
  if (cause instanceof OpeningFailed) return true;
  return isStorageFailure(cause);
}

class OpeningFailed extends Error {
  override readonly name = "OpeningFailed";
}

async function openTenantFile(
  { dataDir, control, shelf, onOpened }: TenancyOptions & { readonly shelf: StatementShelf },
  migrations: readonly Migration[],
  societeId: SocieteId,
  noted: MigrationNotes,
): Promise<Opened> {
  try {
    const { generation, schemaVersion } = await openGeneration(control, societeId);
    const path = await existingFile(
      societeFolder(dataDir, societeId),
      societeFile(dataDir, societeId, generation),
    );
    const base = await openChecked(path, societeId, { migrations, shelf });
    // Noted too when a crash came between the migration and its note.
    if (schemaVersion !== base.migrated.to) noted.migration(societeId, base.migrated.to, null);
    onOpened?.(societeId);
    return { base, path, close: base.close };
  } catch (cause) {
    if (cause instanceof TenancyError && cause.code === "MIGRATION_BROKEN") {
      noted.migration(societeId, null, cause.message);
    }
    throw new OpeningFailed((cause as Error).message, { cause });
  }
}

type Kept = { readonly migrations: readonly Migration[]; readonly shelf: StatementShelf };

/** The file at `path`, if it is that société's. */
const openChecked = (path: string, societeId: SocieteId, kept: Kept): Promise<Base> =>
  openFile({
    ...kept,
    path,
    kind: "tenant",
    assertOurs: (reader) => assertMark(reader, societeId),
  });

async function openGeneration(control: Control, societeId: SocieteId) {
  const [societe] = await control.read((db) =>
    db
      .select({
        status: societes.status,
        generation: societes.generation,
        schemaVersion: societes.schemaVersion,
      })
      .from(societes)
      .where(eq(societes.id, societeId)),
  );
  if (societe?.status !== "active") {
    throw new TenancyError("SOCIETE_NOT_OPEN", societe ? `it is in ${societe.status}` : "unknown");
  }
  return societe;
}

async function assertMark(
  reader: { execute(sql: string): Promise<{ rows: { [column: string]: unknown }[] }> },
  societeId: SocieteId,
): Promise<void> {
  const { rows } = await reader.execute("SELECT societe_id FROM _tenant");
  if (rows.length !== 1 || rows[0]?.["societe_id"] !== societeId) {
    throw new TenancyError("TENANT_MISMATCH", "the file belongs to another société");
  }
}
