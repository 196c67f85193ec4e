import { openForeignFile } from "#server/tenancy/open-foreign-file";
import type { LegacySource } from "./legacy-source.ts";
import { createSqlSource } from "./sql-source.ts";

/**
 * The database of the former installation: a SQLite file by its path, PostgreSQL or MySQL by their URL. A file is read from
 * a copy; a server in one read-only transaction, so that what is read is of one instant.
 */
export function openSource(address: string): Promise<LegacySource> {
  const scheme = /^([a-z]+):\/\//.exec(address)?.[1] ?? "";
  if (scheme === "postgres" || scheme === "postgresql") return openPostgres(address);
  if (scheme === "mysql" || scheme === "mariadb") return openMysql(address);
  return openSqlite(address);
}

/** Without who connects and how: the same database is the same source whoever reads it. */
const nameOf = (address: string) => {
  const { hostname, port, pathname } = new URL(address);
  return `${hostname}:${port}${pathname}`;
};

async function openSqlite(path: string): Promise<LegacySource> {
  const file = await openForeignFile(path);
  return createSqlSource({
    kind: "sqlite",
    name: path,
    quote: '"',
    placeholder: () => "?",
    query: file.query,
    columns: () =>
      file.query(
        `SELECT m.name AS table_name, c.name AS column_name FROM sqlite_schema m, pragma_table_info(m.name) c
         WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY m.name, c.cid`,
        [],
      ),
    close: file.close,
  });
}

async function openPostgres(address: string): Promise<LegacySource> {
  const { default: pg } = await import("pg");
  // Dates and decimals as the server writes them: no time zone of this machine, no float.
  const types = { getTypeParser: () => (value: string) => value };
  const client = new pg.Client({ connectionString: address, types });
  await client.connect();
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const query = async (sql: string, values: readonly unknown[]) =>
    (await client.query(sql, [...values])).rows;
  return createSqlSource({
    kind: "postgres",
    name: nameOf(address),
    quote: '"',
    placeholder: (rank) => `$${rank}`,
    query,
    columns: () =>
      query(
        `SELECT table_name, column_name FROM information_schema.columns
         WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position`,
        [],
      ),
    close: () => client.end(),
  });
}

async function openMysql(address: string): Promise<LegacySource> {
  const mysql = await import("mysql2/promise");
  const link = await mysql.createConnection({
    uri: address,
    dateStrings: true,
    decimalNumbers: false,
    supportBigNumbers: true,
    bigNumberStrings: true,
  });
  await link.query("SET SESSION TRANSACTION READ ONLY");
  await link.query("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
  const query = async (sql: string, values: readonly unknown[]) => {
    const [rows] = await link.query(sql, [...values]);
    return rows as Record<string, unknown>[];
  };
  return createSqlSource({
    kind: "mysql",
    name: nameOf(address),
    quote: "`",
    placeholder: () => "?",
    query,
    columns: () =>
      query(
        `SELECT table_name AS table_name, column_name AS column_name FROM information_schema.columns
         WHERE table_schema = database() ORDER BY table_name, ordinal_position`,
        [],
      ),
    close: () => link.end(),
  });
}
