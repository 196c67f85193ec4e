import { and, desc, eq } from "drizzle-orm";
import { type Visite, visites } from "#db/control/schema/visites";
import { type EtatVisite, etatVisite } from "#server/domain/visite";
import type { Control, ControlDb, ControlTx } from "#server/tenancy/control";

export type VisiteView = Omit<Visite, "tokenHash" | "tokenUntil"> & { readonly etat: EtatVisite };

/** Without what lets in. */
const viewOf = (
  { tokenHash: _hash, tokenUntil: _until, ...row }: Visite,
  at: number,
): VisiteView => ({
  ...row,
  etat: etatVisite(row, at),
});

const listed = 30;

/** The visits of a société, the latest first. */
export async function listVisites(
  control: Control,
  societeId: string,
  at: number,
): Promise<VisiteView[]> {
  const rows = await control.read((db) =>
    db
      .select()
      .from(visites)
      .where(eq(visites.societeId, societeId))
      .orderBy(desc(visites.askedAt))
      .limit(listed),
  );
  return rows.map((row) => viewOf(row, at));
}

/** One visit of that société; null when it has none by that id. */
export async function findVisite(
  db: ControlDb | ControlTx,
  { visiteId, societeId }: { readonly visiteId: string; readonly societeId: string },
): Promise<Visite | null> {
  const isIt = and(eq(visites.id, visiteId), eq(visites.societeId, societeId));
  const [found] = await db.select().from(visites).where(isIt);
  return found ?? null;
}
