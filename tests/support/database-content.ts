import { createHash } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Client, createClient } from "@libsql/client";
import { eq } from "drizzle-orm";
import { societes } from "#db/control/schema/societes";
import { quietKinds } from "#server/journal/kinds";
import { societeFile } from "#server/tenancy/paths";
import type { SocieteId } from "#server/tenancy/tenant";
import type { Service } from "./a-service.ts";

/** Reads a database from outside, beside the running service. */
export type DatabaseContent = {
  /** Every row of every table. */
  rows(): Promise<Readonly<Record<string, readonly unknown[]>>>;
  /** sha-256 of all of it. */
  hash(): Promise<string>;
  /** The same without what the journal says of who came, looked and was refused. */
  hashOfBooks(): Promise<string>;
  close(): void;
};

export async function openSocieteContent(
  { doors, dataDir }: Service,
  societeId: SocieteId,
): Promise<DatabaseContent> {
  const [found] = await doors.control.read((db) =>
    db.select({ generation: societes.generation }).from(societes).where(eq(societes.id, societeId)),
  );
  return contentOf(societeFile(dataDir, societeId, found?.generation ?? 0));
}

/** Who may enter; sessions, brakes and mails, which live on their own, left out. */
export function openControlContent({ dataDir }: Service): DatabaseContent {
  return contentOf(path.join(dataDir, "control.db"), ["users", "societes", "memberships"]);
}

function contentOf(file: string, only?: readonly string[]): DatabaseContent {
  const client = createClient({ url: pathToFileURL(file).href, concurrency: 1 });
  const tables = tablesOf(client, only);
  let known = { version: -1, rows: {}, hash: "", books: "" };

  /** The version SQLite gives changes when another connection commits: nothing is read twice in vain. */
  const current = async () => {
    const version = await versionOf(client);
    if (version === known.version) return known;
    const all = await readAll(client, await tables);
    known = { version, rows: all, hash: hashOf(all), books: hashOf(booksOf(all)) };
    return known;
  };
  return {
    rows: async () => (await current()).rows,
    hash: async () => (await current()).hash,
    hashOfBooks: async () => (await current()).books,
    close: () => client.close(),
  };
}

type Rows = Readonly<Record<string, readonly object[]>>;

const hashOf = (rows: Rows) => createHash("sha256").update(JSON.stringify(rows)).digest("hex");

/** Ranks and hashes of later lines follow from the quiet ones too: of a line, what it says is compared. */
const booksOf = ({ origines: _, journal = [], ...rest }: Rows): Rows => ({
  ...rest,
  journal: journal.flatMap((line) => {
    const { id: _id, prev_hash: _prev, hash: _hash, ...said } = line as Record<string, unknown>;
    return quietKinds.some((kind) => kind === said["kind"]) ? [] : [said];
  }),
});

async function versionOf(client: Client): Promise<number> {
  const { rows } = await client.execute("PRAGMA data_version");
  return Number(rows[0]?.["data_version"]);
}

async function readAll(client: Client, tables: readonly string[]) {
  const entries: [string, object[]][] = [];
  for (const table of tables) {
    const { rows } = await client.execute(`SELECT * FROM "${table}"`);
    entries.push([table, rows.map(readable)]);
  }
  return Object.fromEntries(entries);
}

const readable = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof ArrayBuffer ? Buffer.from(value).toString("base64") : value,
    ]),
  );

/** The shadow tables of the search indexes follow from the others. */
async function tablesOf(client: Client, only?: readonly string[]): Promise<string[]> {
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\' ORDER BY name",
  );
  return rows.map((row) => String(row["name"])).filter((name) => only?.includes(name) ?? true);
}
