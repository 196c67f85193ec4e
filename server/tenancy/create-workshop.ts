import type { Client } from "@libsql/client";
import { inSavepoint, type Tx } from "./in-savepoint.ts";
import { markedAsWrite } from "./in-write.ts";
import { openClient } from "./open-client.ts";
import { openSavepoint } from "./savepoint.ts";
import { createStatementShelf } from "./statement-shelf.ts";
import { TenancyError } from "./tenancy-error.ts";
import { within } from "./within.ts";

/** A furnishing taking longer is given up, ms: a demonstration has the books of fourteen months written. */
const longest = 60_000;

/**
 * Every page of the file as this connection sees it, what it has not committed included, put end to end: a text made of bytes
 * keeps them as they are.
 */
const wholeFile =
  "SELECT CAST(group_concat(data, '') AS BLOB) FROM (SELECT data FROM sqlite_dbpage ORDER BY pgno)";

export type Workshop = {
  /** The bytes of a new database: the template, and what `work` wrote in it. */
  furnish(work: (tx: Tx) => Promise<void>): Promise<Uint8Array>;
  /** Resolves once what is under way is done. */
  close(): Promise<void>;
};

/**
 * Furnishes new databases in memory: each is written into the template inside a transaction whose pages are read and which
 * is then undone. The template never changes, its schema is read once and its statements are prepared once; nothing
 * reaches the disk.
 *
 * @param path the template, which nobody else opens
 * @throws TenancyError TEMPLATE_UNSOUND
 */
export async function createWorkshop(path: string, schemaVersion: number): Promise<Workshop> {
  const client = openClient(path, createStatementShelf());
  try {
    await assertSound(client, schemaVersion);
  } catch (cause) {
    client.close();
    throw cause;
  }
  let turn: Promise<unknown> = Promise.resolve();

  async function make(work: (tx: Tx) => Promise<void>): Promise<Uint8Array> {
    const transaction = await client.transaction("write");
    try {
      const savepoint = await openSavepoint(transaction);
      await within(
        longest,
        inSavepoint(savepoint, (tx) => markedAsWrite(() => work(tx))),
      );
      const { rows } = await transaction.execute(wholeFile);
      return new Uint8Array(rows[0]?.[0] as ArrayBuffer);
    } finally {
      transaction.close(); // undone
    }
  }

  return {
    furnish(work) {
      const made = turn.then(() => make(work));
      turn = made.catch(() => {});
      return made;
    },
    async close() {
      await turn;
      client.close();
    },
  };
}

/** Asked once: what is copied from it afterwards is as sound as it is. */
async function assertSound(client: Client, schemaVersion: number): Promise<void> {
  const expected = { integrity_check: "ok", journal_mode: "wal", user_version: schemaVersion };
  for (const [name, value] of Object.entries(expected)) {
    const { rows } = await client.execute(`PRAGMA ${name}`);
    const found = rows[0]?.[0];
    if (found !== value)
      throw new TenancyError("TEMPLATE_UNSOUND", `${name} is ${found}, not ${value}`);
  }
}
