import type { Client } from "@libsql/client";
import { ConnectionPool, Sqlite3Client } from "@libsql/client/sqlite3";
import type { StatementShelf } from "./statement-shelf.ts";

/** A busy wait in ms, the event loop standing still. */
const timeout = 25;

/** A client of one connection on a file, whose statements are prepared once. */
export function openClient(path: string, shelf: StatementShelf): Client {
  return new Sqlite3Client(new EquippedPool(path, shelf), "number");
}

/** The connections of `@libsql/client`, equipped as they are opened. */
class EquippedPool extends ConnectionPool {
  readonly #shelf: StatementShelf;
  readonly #equipped = new WeakSet<object>();

  constructor(path: string, shelf: StatementShelf) {
    super(path, { timeout }, 1);
    this.#shelf = shelf;
    this.release(this.acquireSync()); // a file that cannot be opened fails here
  }

  override acquireSync(forTransaction?: boolean) {
    const connection = super.acquireSync(forTransaction);
    if (this.#equipped.has(connection)) return connection;
    this.#equipped.add(connection);
    return this.#shelf.equip(connection);
  }
}
