import { sql, sum } from "drizzle-orm";
import { archives } from "#db/tenant/schema/archives";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";

/** What the société's things weigh: its database, logos included, and the documents archived beside it. */
export async function storedBytes(db: TenantDb | TenantTx): Promise<number> {
  const { bytes } = await db.get<{ bytes: number }>(sql`
    SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)
      + (SELECT coalesce(sum(bytes), 0) FROM ${archives}) AS bytes`);
  return bytes;
}

/** Of that, the documents archived. */
export async function archivedBytes(db: TenantDb): Promise<number> {
  const [row] = await db.select({ bytes: sum(archives.bytes) }).from(archives);
  return Number(row?.bytes ?? 0);
}
