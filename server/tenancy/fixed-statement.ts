import type { Client, InValue } from "@libsql/client";
import { getTableColumns, getTableName, type SQL, type Table } from "drizzle-orm";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import type { controlSchema } from "#db/control/schema";
import type { tenantSchema } from "#db/tenant/schema";
import type { ControlDb, ControlTx } from "./control.ts";
import type { TenantDb, TenantTx } from "./tenant.ts";

type Executor = Pick<Client, "execute">;
type TenantTable = Extract<(typeof tenantSchema)[keyof typeof tenantSchema], Table>;
type ControlTable = Extract<(typeof controlSchema)[keyof typeof controlSchema], Table>;

const dialect = new SQLiteAsyncDialect();

/** What runs the statements of a handle of drizzle. */
const executors = new WeakMap<object, Executor>();

/** Lets the statements below run on a handle, in its transaction if it is one. */
export function handOver(handle: object, executor: Executor): void {
  executors.set(handle, executor);
}

/**
 * The few statements a busy path makes again and again, their text made once: drizzle builds its own anew at each call,
 * which costs more than running them.
 */
function execute(handle: object, sql: string, args: InValue[]): ReturnType<Executor["execute"]> {
  const executor = executors.get(handle);
  if (!executor) throw new TypeError("a fixed statement on a handle of another making");
  return executor.execute({ sql, args });
}

/** The text of a statement put together from parts without values: those go where it says `?`. */
export const textOf = (statement: SQL): string => dialect.sqlToQuery(statement).sql;

/** A query of a fixed text: its rows, by column name. */
export const fixedQuery =
  <Row>(sql: string) =>
  async (
    handle: TenantDb | TenantTx | ControlDb | ControlTx,
    args: InValue[] = [],
  ): Promise<Row[]> =>
    (await execute(handle, sql, args)).rows as Row[];

/** A change of a fixed text. */
export const fixedChange =
  (sql: string) =>
  async (tx: TenantTx | ControlTx, args: InValue[]): Promise<void> => {
    await execute(tx, sql, args);
  };

/** One row, these columns given and the others by their default. */
export const fixedInsert = <T extends TenantTable, K extends keyof T["$inferSelect"] & string>(
  table: T,
  keys: readonly K[],
): Inserting<TenantTx, T, K> => insertOf(table, keys);

/** The same into a table of the control database. */
export const fixedControlInsert = <
  T extends ControlTable,
  K extends keyof T["$inferSelect"] & string,
>(
  table: T,
  keys: readonly K[],
): Inserting<ControlTx, T, K> => insertOf(table, keys);

type Inserting<Tx, T extends Table, K extends keyof T["$inferSelect"]> = (
  tx: Tx,
  row: Pick<T["$inferSelect"], K>,
) => Promise<void>;

function insertOf(table: Table, keys: readonly string[]) {
  const columns = columnsOf(table, keys);
  const names = columns.map(({ name }) => `"${name}"`);
  const places = columns.map(() => "?");
  const sql = `INSERT INTO "${getTableName(table)}" (${names}) VALUES (${places})`;
  return async (tx: object, row: Readonly<Record<string, unknown>>): Promise<void> => {
    await execute(tx, sql, driven(columns, keys, row));
  };
}

/** These columns of the row of an `id`. */
export function fixedUpdate<T extends TenantTable, K extends keyof T["$inferSelect"] & string>(
  table: T,
  keys: readonly K[],
) {
  const columns = columnsOf(table, keys);
  const set = columns.map(({ name }) => `"${name}" = ?`);
  const sql = `UPDATE "${getTableName(table)}" SET ${set} WHERE id = ?`;
  return async (tx: TenantTx, id: string, row: Pick<T["$inferSelect"], K>): Promise<void> => {
    await execute(tx, sql, [...driven(columns, keys, row), id]);
  };
}

type Column = { readonly name: string; mapToDriverValue(value: unknown): unknown };

function columnsOf(table: Table, keys: readonly string[]): readonly Column[] {
  const known: Record<string, Column> = getTableColumns(table);
  return keys.map((key) => {
    const column = known[key];
    if (!column) throw new TypeError(`no column ${key} in ${getTableName(table)}`);
    return column;
  });
}

/** The values as SQLite keeps them. */
function driven(
  columns: readonly Column[],
  keys: readonly string[],
  row: Readonly<Record<string, unknown>>,
): InValue[] {
  return columns.map((column, i) => {
    const value = row[keys[i] ?? ""] ?? null;
    return value === null ? null : (column.mapToDriverValue(value) as InValue);
  });
}
