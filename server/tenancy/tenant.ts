import type { LibSQLDatabase } from "drizzle-orm/libsql";
import type { tenantSchema } from "#db/tenant/schema";

/** Server-made, `/^[0-9a-f]{32}$/`; read from the control database, never from a URL. */
export type SocieteId = string & { readonly __id: "societe" };

type Db = LibSQLDatabase<typeof tenantSchema>;

/** Read handle: last committed state, `query_only`. */
export type TenantDb = Pick<Db, "query" | "select" | "selectDistinct" | "$count" | "with">;
/** Handle inside one write transaction. */
export type TenantTx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/**
 * One société's own database. Handed over by `openTenant`, carried in the tRPC context, never global.
 *
 * `write` is the only way to change anything: one writer at a time per société, its own savepoint, committed to disk
 * (FULL) before the promise resolves. Do not await the network or a PDF inside it.
 */
export type Tenant = {
  readonly societeId: SocieteId;
  read<T>(query: (db: TenantDb) => Promise<T>): Promise<T>;
  write<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
};
