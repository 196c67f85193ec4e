import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createClient } from "@libsql/client";

type Row = Readonly<Record<string, unknown>>;

/** A SQLite file that is not ours. */
export type ForeignFile = {
  query(sql: string, values: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
};

/**
 * Opens a copy of somebody else's SQLite file, with the log beside it: reading a file in WAL mode writes next to it, and
 * the original is to stay as it was.
 *
 * @throws NodeJS.ErrnoException when there is no such file
 */
export async function openForeignFile(original: string): Promise<ForeignFile> {
  const folder = await mkdtemp(path.join(tmpdir(), "facturepro-reprise-"));
  const copy = path.join(folder, "source.db");
  const forget = () => rm(folder, { recursive: true, force: true });
  try {
    await cp(original, copy);
    await cp(`${original}-wal`, `${copy}-wal`).catch(ignoreMissing);
    const client = createClient({ url: `file:${copy}`, intMode: "bigint" });
    await client.execute("PRAGMA query_only = ON");
    await client.execute("SELECT count(*) FROM sqlite_schema"); // not a database: said here
    return {
      query: async (sql, values) => {
        const { rows, columns } = await client.execute({ sql, args: values as never[] });
        return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
      },
      close: async () => {
        client.close();
        await forget();
      },
    };
  } catch (cause) {
    await forget();
    throw cause;
  }
}

function ignoreMissing(cause: NodeJS.ErrnoException): void {
  if (cause.code !== "ENOENT") throw cause;
}
