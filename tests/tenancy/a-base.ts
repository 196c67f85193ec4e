import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { and, eq, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { type Base, type FileToOpen, openFile } from "#server/tenancy/open-file";

const compteurs = sqliteTable("compteurs", {
  serie: text().primaryKey(),
  dernier: integer().notNull(),
});
export const pieces = sqliteTable("pieces", { id: text().primaryKey(), rang: integer().unique() });

/** A small database of numbered pieces: what the queue and the opening need to be proved on. */
const pieceMigrations = [
  {
    name: "0001_pieces.sql",
    sql: `CREATE TABLE compteurs(serie TEXT PRIMARY KEY, dernier INTEGER NOT NULL) STRICT;
      INSERT INTO compteurs VALUES ('F', 0);
      CREATE TABLE pieces(id TEXT PRIMARY KEY, rang INTEGER UNIQUE) STRICT;
      CREATE TABLE promises(piece TEXT REFERENCES pieces(id) DEFERRABLE INITIALLY DEFERRED) STRICT;
      CREATE TRIGGER pieces_poison BEFORE INSERT ON pieces WHEN NEW.id = 'poison'
      BEGIN SELECT RAISE(ROLLBACK, 'POISON'); END;`,
  },
] as const;

export type PieceBase = Base;
export type PieceTx = Parameters<Parameters<PieceBase["write"]>[0]>[0];

async function aFile(dir: string): Promise<string> {
  const path = join(dir, "société n° 1.db");
  const client = createClient({ url: pathToFileURL(path).href, concurrency: 1 });
  await client.execute("PRAGMA journal_mode=WAL");
  client.close();
  return path;
}

export async function aBase(
  dir: string,
  options: Partial<FileToOpen> = {},
): Promise<PieceBase & { path: string }> {
  const path = options.path ?? (await aFile(dir));
  const base = await openPieces(path, options);
  await base.write((tx) =>
    tx.insert(pieces).values(Array.from({ length: 300 }, (_, i) => ({ id: `p${i}` }))),
  );
  return { ...base, path };
}

export const openPieces = (path: string, options: Partial<FileToOpen> = {}) =>
  openFile({ path, kind: "tenant", migrations: pieceMigrations, ...options });

/** Numbers one piece, once. @throws ALREADY_ISSUED */
export async function issue(tx: PieceTx, id: string): Promise<number> {
  const [piece] = await tx.select().from(pieces).where(eq(pieces.id, id));
  if (!piece || piece.rang !== null) throw new Error("ALREADY_ISSUED");
  const [compteur] = await tx
    .update(compteurs)
    .set({ dernier: sql`${compteurs.dernier} + 1` })
    .where(eq(compteurs.serie, "F"))
    .returning();
  const rang = compteur?.dernier ?? 0;
  await tx
    .update(pieces)
    .set({ rang })
    .where(and(eq(pieces.id, id)));
  return rang;
}

/** What the numbers say: without a gap, the four are equal. */
export async function counts(base: Pick<PieceBase, "db">) {
  const [row] = await base.db
    .select({
      count: sql<number>`count(rang)`,
      max: sql<number>`coalesce(max(rang), 0)`,
      distinct: sql<number>`count(DISTINCT rang)`,
      dernier: sql<number>`(SELECT dernier FROM compteurs)`,
    })
    .from(pieces);
  return row;
}

export const equalCounts = (n: number) => ({ count: n, max: n, distinct: n, dernier: n });
