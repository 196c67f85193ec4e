/**
 * The SQLite code behind an error (`SQLITE_BUSY`, `SQLITE_FULL`…), or null when the database is not at fault. drizzle
 * wraps libSQL's error, hence the look at the cause. An opening that fails for want of descriptors has no code, only
 * a message ending in `: 14`.
 */
export function sqliteCodeOf(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null;
  if ("code" in cause && typeof cause.code === "string" && cause.code.startsWith("SQLITE_")) {
    return cause.code;
  }
  if (/: 14$/.test(cause.message)) return "SQLITE_CANTOPEN";
  return sqliteCodeOf(cause.cause);
}

const storage = new Set([
  "SQLITE_BUSY",
  "SQLITE_CANTOPEN",
  "SQLITE_CORRUPT",
  "SQLITE_FULL",
  "SQLITE_IOERR",
  "SQLITE_NOTADB",
]);

/** Whether the file or its disk failed, rather than the statement. */
export function isStorageFailure(cause: unknown): boolean {
  return storage.has(sqliteCodeOf(cause) ?? "");
}
