import { type SQL, sql } from "drizzle-orm";
import { Refusal } from "#server/domain/refusal";

export type Direction = "asc" | "desc";
type Key = string | number;

/** Where a page ended, opaque to its reader: the sort key of its last row. */
export const encodeCursor = (keys: readonly Key[]): string =>
  Buffer.from(JSON.stringify(keys)).toString("base64url");

/** @throws Refusal CURSOR_INVALID unless it holds exactly these kinds of keys */
export function decodeCursor(cursor: string, kinds: readonly ("string" | "number")[]): Key[] {
  const keys = parse(Buffer.from(cursor, "base64url").toString());
  const fits =
    Array.isArray(keys) &&
    keys.length === kinds.length &&
    keys.every(
      (key, i) => typeof key === kinds[i] && (kinds[i] === "string" || Number.isSafeInteger(key)),
    );
  if (!fits) throw new Refusal("CURSOR_INVALID");
  return keys as Key[];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Rows that come after the cursor: one comparison of row values, served by the index of the same columns. */
export function afterCursor(columns: readonly SQL[], keys: readonly Key[], dir: Direction): SQL {
  const left = sql.join([...columns], sql`, `);
  const right = sql.join(
    keys.map((key) => sql`${key}`),
    sql`, `,
  );
  return dir === "asc" ? sql`(${left}) > (${right})` : sql`(${left}) < (${right})`;
}

/**
 * The same keys, hidden from the planner: rows already found, few, are then sorted rather than looked for along the index
 * of the order, which would walk everything.
 */
export const sorted = (columns: readonly SQL[]): SQL[] => columns.map((column) => sql`+${column}`);

export const orderBy = (columns: readonly SQL[], dir: Direction): SQL[] =>
  columns.map((column) => (dir === "asc" ? sql`${column} ASC` : sql`${column} DESC`));
