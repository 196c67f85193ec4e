import type { Client } from "@libsql/client";
import { drizzle, type LibSQLDatabase } from "drizzle-orm/libsql";
import { handOver } from "./fixed-statement.ts";
import type { Savepoint } from "./savepoint.ts";

/** drizzle inside a transaction. */
export type Tx = Parameters<Parameters<LibSQLDatabase["transaction"]>[0]>[0];

let handed: Savepoint;

/** drizzle's transactions, run in savepoints of a transaction it does not know: it asks its client for one and is handed that. */
const savepoints = drizzle({
  client: {
    transaction: async () => handed as Awaited<ReturnType<Client["transaction"]>>,
  } as Partial<Client> as Client,
});

/** Runs `work` in a savepoint: kept when it resolves, undone when it throws. */
export function inSavepoint<T>(savepoint: Savepoint, work: (tx: Tx) => Promise<T>): Promise<T> {
  handed = savepoint; // taken by drizzle before this function returns
  return savepoints.transaction((tx) => {
    handOver(tx, savepoint);
    return work(tx);
  });
}
