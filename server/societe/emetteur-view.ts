import { emetteur } from "#db/tenant/schema/emetteur";
import { marque } from "#db/tenant/schema/marque";
import type { Emetteur, Marque } from "#server/domain/emetteur";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";

type EmetteurRow = typeof emetteur.$inferSelect;

export function emetteurOf({ id: _, updatedAt: __, ...row }: EmetteurRow): Emetteur {
  const { line1, line2, zip, city, country, ...rest } = row;
  return { ...rest, address: { line1, line2, zip, city, country } };
}

export function marqueOf({ id: _, updatedAt: __, ...row }: typeof marque.$inferSelect): Marque {
  return row;
}

/** The société as issuer, as it stands now. */
export async function loadEmetteur(db: TenantDb | TenantTx): Promise<Emetteur> {
  const [row] = await db.select().from(emetteur).limit(1);
  if (!row) throw new Error("the société's file has no emetteur row");
  return emetteurOf(row);
}

export async function loadMarque(db: TenantDb | TenantTx): Promise<Marque> {
  const [row] = await db.select().from(marque).limit(1);
  if (!row) throw new Error("the société's file has no marque row");
  return marqueOf(row);
}
