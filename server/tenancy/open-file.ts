import type { Client } from "@libsql/client";
import { drizzle, type LibSQLDatabase } from "drizzle-orm/libsql";
import { handOver } from "./fixed-statement.ts";
import { inSavepoint, type Tx } from "./in-savepoint.ts";
import { type Migration, migrate, schemaVersion } from "./migrate.ts";
import { openClient } from "./open-client.ts";
import { createStatementShelf, type StatementShelf } from "./statement-shelf.ts";
import { TenancyError } from "./tenancy-error.ts";
import { createWriteQueue } from "./write-queue.ts";

type Db = LibSQLDatabase;

/** An opened database: its reader, and its writer behind the queue. */
export type Base = {
  /** Last committed state; refuses every write. */
  readonly db: Db;
  /** The schema's version before and after the opening. */
  readonly migrated: { readonly from: number; readonly to: number };
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  stats(): { jobs: number; commits: number };
  /** Lets running writes end; with `checkpoint`, moves the log into the file. */
  close(checkpoint?: boolean): Promise<void>;
};

export type FileToOpen = {
  /** Must exist: libSQL would create it. */
  readonly path: string;
  readonly kind: "control" | "tenant";
  readonly migrations: readonly Migration[];
  /** Refuses a file that is another's. Asked before anything is migrated. */
  readonly assertOurs?: (reader: Pick<Client, "execute">) => Promise<void>;
  /** A write taking longer is undone and rejected, ms. */
  readonly jobTime?: number;
  /** Where its prepared statements are kept; its own by default. */
  readonly shelf?: StatementShelf;
};

/**
 * Opens a database file, checks it, brings it to the current schema. Its writer is created at the first write only:
 * a database that is merely read costs three descriptors instead of five.
 *
 * @throws TenancyError FILE_SETTINGS, *_NEWER_SCHEMA, MIGRATION_BROKEN, and what `assertOurs` throws
 */
export async function openFile(file: FileToOpen): Promise<Base> {
  const shelf = file.shelf ?? createStatementShelf();
  const reader = openClient(file.path, shelf);
  let writer: Client | undefined;
  const writerOf = () => {
    writer ??= openClient(file.path, shelf);
    return writer;
  };
  try {
    await assertSettings(reader);
    await file.assertOurs?.(reader);
    const from = await schemaVersion(reader);
    assertNotNewer(file, from);
    if (from < file.migrations.length) await migrate(writerOf(), file.migrations);
    await reader.execute("PRAGMA query_only=ON"); // sticks: one connection, never reconnected
    return createBase(reader, writerOf, () => writer, file, from);
  } catch (cause) {
    reader.close();
    writer?.close();
    throw cause;
  }
}

function createBase(
  reader: Client,
  writerOf: () => Client,
  openWriter: () => Client | undefined,
  file: FileToOpen,
  from: number,
): Base {
  const queue = createWriteQueue(writerOf, file.jobTime ?? 2_000);
  const db = drizzle(reader);
  handOver(db, reader);
  return {
    db,
    migrated: { from, to: file.migrations.length },
    write: (work) => queue.run((savepoint) => inSavepoint(savepoint, work)),
    stats: queue.stats,
    async close(checkpoint = false) {
      await queue.idle();
      const writer = openWriter();
      if (checkpoint) await writer?.execute("PRAGMA wal_checkpoint(TRUNCATE)").catch(() => {}); // replayed at the next opening
      reader.close();
      writer?.close();
    },
  };
}

/** Defaults of libSQL that everything relies on, and WAL, which is stored in the file. */
async function assertSettings(reader: Client): Promise<void> {
  const expected = { journal_mode: "wal", foreign_keys: 1, synchronous: 2 };
  for (const [name, value] of Object.entries(expected)) {
    const { rows } = await reader.execute(`PRAGMA ${name}`);
    const found = rows[0]?.[0];
    if (found !== value)
      throw new TenancyError("FILE_SETTINGS", `${name} is ${found}, not ${value}`);
  }
}

function assertNotNewer(file: Pick<FileToOpen, "kind" | "migrations">, version: number) {
  if (version <= file.migrations.length) return;
  throw new TenancyError(
    file.kind === "control" ? "CONTROL_NEWER_SCHEMA" : "TENANT_NEWER_SCHEMA",
    `the file is at schema ${version}, this program knows ${file.migrations.length}`,
  );
}
