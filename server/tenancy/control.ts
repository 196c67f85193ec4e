import type { controlSchema } from "#db/control/schema";
import type { tenantSchema } from "#db/tenant/schema";
import type { ReadHandle, TableNames, WriteHandle } from "./handle.ts";

type Elsewhere = TableNames<typeof tenantSchema>;

/** Read handle on the control database: last committed state, `query_only`. */
export type ControlDb = ReadHandle<typeof controlSchema, "control", Elsewhere>;
/** Handle inside one write transaction of the control database. */
export type ControlTx = WriteHandle<typeof controlSchema, "control", Elsewhere>;

/** The database that knows who may enter. Same promises as a `Tenant`; no société's data in it. */
export type Control = {
  read<T>(query: (db: ControlDb) => Promise<T>): Promise<T>;
  write<T>(work: (tx: ControlTx) => Promise<T>): Promise<T>;
};
