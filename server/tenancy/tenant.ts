import type { controlSchema } from "#db/control/schema";
import type { tenantSchema } from "#db/tenant/schema";
import type { ReadHandle, TableNames, WriteHandle } from "./handle.ts";

/** Server-made, `/^[0-9a-f]{32}$/`; read from the control database, never from a URL. */
export type SocieteId = string & { readonly __id: "societe" };

type Elsewhere = TableNames<typeof controlSchema>;

/** Read handle: last committed state, `query_only`. */
export type TenantDb = ReadHandle<typeof tenantSchema, "tenant", Elsewhere>;
/** Handle inside one write transaction; it can stand where a `TenantDb` is asked for. */
export type TenantTx = WriteHandle<typeof tenantSchema, "tenant", Elsewhere>;

/**
 * One société's own database. Handed over by `openTenant`, carried in the tRPC context, never global.
 *
 * `write` is the only way to change anything: one writer at a time per société, its own savepoint, committed to disk
 * (FULL) before the promise resolves. Do not await the network or a PDF inside it, and have no effect outside `tx`: the
 * work is run a second time when a neighbour in its group broke the shared transaction.
 *
 * @throws Refusal SOCIETE_UNAVAILABLE, SERVICE_STOPPING
 * @throws TenancyError WRITE_NESTED, WRITE_TOO_LONG
 */
export type Tenant = {
  readonly societeId: SocieteId;
  read<T>(query: (db: TenantDb) => Promise<T>): Promise<T>;
  write<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
};
