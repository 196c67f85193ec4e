import { eq } from "drizzle-orm";
import { reglages } from "#db/control/schema/reglages";
import type { Control, ControlTx } from "#server/tenancy/control";

const key = "maintenance";

/** The service reads, and writes nothing. */
export type Maintenance = { readonly since: number };

export async function readMaintenance(control: Control): Promise<Maintenance | null> {
  const [row] = await control.read((db) => db.select().from(reglages).where(eq(reglages.key, key)));
  return row ? { since: row.at } : null;
}

/** @returns false when it was in maintenance already */
export async function openMaintenance(tx: ControlTx, since: number): Promise<boolean> {
  const row = { key, value: true, at: since };
  const opened = await tx.insert(reglages).values(row).onConflictDoNothing().returning();
  return opened.length > 0;
}

/** @returns since when it lasted; null when it was not in maintenance */
export async function closeMaintenance(tx: ControlTx): Promise<number | null> {
  const [closed] = await tx.delete(reglages).where(eq(reglages.key, key)).returning();
  return closed?.at ?? null;
}
