import type { SQL, SQLWrapper, Subquery, WithSubquery } from "drizzle-orm";
import type { LibSQLDatabase } from "drizzle-orm/libsql";
import type {
  GetSelectTableName,
  GetSelectTableSelection,
} from "drizzle-orm/query-builders/select.types";
import type {
  SelectedFields,
  SQLiteDeleteBase,
  SQLiteInsertBuilder,
  SQLiteSelectBase,
  SQLiteTable,
  SQLiteUpdateBuilder,
} from "drizzle-orm/sqlite-core";
import type { SQLiteViewBase } from "drizzle-orm/sqlite-core/view-base";

type Schema = Record<string, unknown>;
type Drizzle<S extends Schema> = LibSQLDatabase<S>;
type Outcome = Awaited<ReturnType<Drizzle<Schema>["run"]>>;
type Source = SQLiteTable | Subquery | SQLiteViewBase | SQL;

/** The SQL names of a schema's tables. */
export type TableNames<S extends Schema> = {
  [K in keyof S]: S[K] extends SQLiteTable ? S[K]["_"]["name"] : never;
}[keyof S];

/**
 * `T`, or `never` when it is a table of the other database. Table names of the two schemas are disjoint, so the name
 * tells them apart where columns alike would not (drizzle's tables are structural).
 */
type Own<T, Foreign extends string> = T extends { _: { name: Foreign } } ? never : T;

type From<Selection extends SelectedFields | undefined, Foreign extends string> = {
  from<T extends Source>(
    source: Own<T, Foreign>,
  ): SQLiteSelectBase<
    GetSelectTableName<T>,
    "async",
    Outcome,
    Selection extends undefined ? GetSelectTableSelection<T> : Selection,
    Selection extends undefined ? "single" : "partial"
  >;
};

type Select<Foreign extends string> = {
  (): From<undefined, Foreign>;
  <F extends SelectedFields>(fields: F): From<F, Foreign>;
};

type Reads<Foreign extends string> = {
  select: Select<Foreign>;
  selectDistinct: Select<Foreign>;
};

type Writes<Foreign extends string> = {
  insert<T extends SQLiteTable>(into: Own<T, Foreign>): SQLiteInsertBuilder<T, "async", Outcome>;
  update<T extends SQLiteTable>(table: Own<T, Foreign>): SQLiteUpdateBuilder<T, "async", Outcome>;
  delete<T extends SQLiteTable>(from: Own<T, Foreign>): SQLiteDeleteBase<T, "async", Outcome>;
};

/**
 * drizzle as everybody outside this folder sees it, bound to one kind of database: a handle of the other kind, or a
 * table of the other schema, does not compile. At run time it is drizzle's own object.
 */
export type ReadHandle<
  S extends Schema,
  Kind extends string,
  Foreign extends string,
> = Reads<Foreign> &
  Pick<Drizzle<S>, "$with" | "all" | "get"> & {
    readonly __database: Kind;
    $count<T extends Source | SQLWrapper>(
      source: Own<T, Foreign>,
      filters?: SQL,
    ): ReturnType<Drizzle<S>["$count"]>;
    with(...queries: WithSubquery[]): Reads<Foreign>;
  };

/** Inside one write transaction. Everything a `ReadHandle` does, seeing this transaction's own changes. */
export type WriteHandle<S extends Schema, Kind extends string, Foreign extends string> = Omit<
  ReadHandle<S, Kind, Foreign>,
  "with"
> &
  Writes<Foreign> &
  Pick<Drizzle<S>, "run"> & {
    with(...queries: WithSubquery[]): Reads<Foreign> & Writes<Foreign>;
    /** A savepoint: what `part` wrote is undone when it throws. */
    transaction<T>(part: (tx: WriteHandle<S, Kind, Foreign>) => Promise<T>): Promise<T>;
  };
