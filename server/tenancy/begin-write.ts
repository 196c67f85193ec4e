import { setTimeout as sleep } from "node:timers/promises";
import type { Client, Transaction } from "@libsql/client";
import { sqliteCodeOf } from "./sqlite-code.ts";

/** How long to wait for a foreign process to let go, ms. */
const patience = 5_000;

/** Whether a foreign process held the lock: within this one, BUSY does not happen. */
export const isBusy = (cause: unknown) => sqliteCodeOf(cause) === "SQLITE_BUSY";

/**
 * `BEGIN IMMEDIATE`, tried again for five seconds while a foreign process holds the lock.
 *
 * A connection that met BUSY never commits again (tursodatabase/libsql-client-ts#352): it is replaced at once.
 */
export async function beginWrite(client: Client): Promise<Transaction> {
  const deadline = performance.now() + patience;
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.transaction("write");
    } catch (cause) {
      if (!isBusy(cause)) throw cause;
      await client.reconnect();
      if (performance.now() > deadline) throw cause;
      await sleep(Math.random() * 10 * Math.min(attempt, 10));
    }
  }
}
