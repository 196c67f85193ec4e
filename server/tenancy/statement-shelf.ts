import type Database from "libsql";

type Connection = Database.Database;
type Statement = Database.Statement;

/** Statements kept for one connection: more than the product has on a busy path. */
const statementsEach = 64;
/** Connections that keep theirs, some 10 kB a statement: the sociétés at work, not all those open. */
const connectionsKept = 64;

export type StatementShelf = {
  /** Makes a connection prepare each statement once. */
  equip(connection: Connection): Connection;
};

/**
 * Prepared statements, kept by connection: compiling one, with the triggers it sets off, costs as much as running it.
 * @libsql/client prepares at every call.
 */
export function createStatementShelf(): StatementShelf {
  /** Least recently used first. */
  const shelf = new Map<Connection, Map<string, KeptStatement>>();

  function statementsOf(connection: Connection): Map<string, KeptStatement> {
    const statements = shelf.get(connection) ?? new Map<string, KeptStatement>();
    shelf.delete(connection);
    shelf.set(connection, statements);
    if (shelf.size > connectionsKept) dropFirst(shelf);
    return statements;
  }

  return {
    equip(connection) {
      const { prepare, close } = connection;
      connection.prepare = ((sql: string) => {
        if (!isKept(sql)) return prepare.call(connection, sql);
        const statements = statementsOf(connection);
        const known = statements.get(sql);
        if (known) return known;
        const drop = () => statements.delete(sql);
        const made = new KeptStatement(prepare.call(connection, sql) as Statement, drop);
        statements.set(sql, made);
        if (statements.size > statementsEach) dropFirst(statements);
        return made;
      }) as Connection["prepare"];
      connection.close = () => {
        shelf.delete(connection);
        return close.call(connection);
      };
      return connection;
    },
  };
}

/** A star's columns are known anew each time, and a pragma or a schema change is said once. */
const isKept = (sql: string) =>
  /^\s*(SELECT(?!\s*\*)|INSERT|UPDATE|DELETE|WITH|SAVEPOINT|RELEASE|BEGIN|COMMIT)\b/i.test(sql);

function dropFirst(map: Map<unknown, unknown>): void {
  for (const key of map.keys()) {
    map.delete(key);
    return;
  }
}

/** What `@libsql/client` says of a statement that returns no row; thrown at each use, so made once. */
const returnsNoRow = new TypeError("the statement returns no data");

/** The part of a statement that `@libsql/client` calls. One that failed is not used again. */
class KeptStatement {
  readonly #statement: Statement;
  readonly #drop: () => void;
  readonly #columns: Database.ColumnDefinition[] | null;

  constructor(statement: Statement, drop: () => void) {
    this.#statement = statement.safeIntegers(true);
    this.#drop = drop;
    this.#columns = columnsOf(this.#statement);
  }

  safeIntegers() {
    return this;
  }

  raw() {
    if (!this.#columns) throw returnsNoRow;
    return this;
  }

  columns() {
    return this.#columns ?? [];
  }

  all(values: unknown) {
    try {
      return this.#statement.all(values);
    } catch (cause) {
      this.#drop();
      throw cause;
    }
  }

  run(values: unknown) {
    try {
      return this.#statement.run(values);
    } catch (cause) {
      this.#drop();
      throw cause;
    }
  }
}

/** Null when it returns no row. */
function columnsOf(statement: Statement): Database.ColumnDefinition[] | null {
  try {
    return statement.raw(true).columns();
  } catch {
    return null;
  }
}
