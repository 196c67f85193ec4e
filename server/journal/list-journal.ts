import { and, desc, eq, lt, type SQL } from "drizzle-orm";
import { journal } from "#db/tenant/schema/journal";
import type { Tenant } from "#server/tenancy/tenant";

type Query = { readonly entityId?: string | undefined; readonly before?: number | undefined };

const pageSize = 50;

/** The journal, latest first, for the whole société or for one entity. */
export async function listJournal(tenant: Tenant, { entityId, before }: Query) {
  const filters: SQL[] = [];
  if (entityId !== undefined) filters.push(eq(journal.entityId, entityId));
  if (before !== undefined) filters.push(lt(journal.id, before));
  const rows = await tenant.read((db) =>
    db
      .select()
      .from(journal)
      .where(and(...filters))
      .orderBy(desc(journal.id))
      .limit(pageSize + 1),
  );
  const page = rows.slice(0, pageSize).map(({ payload, prevHash: _, ...row }) => ({
    ...row,
    payload: JSON.parse(payload) as Record<string, unknown>,
  }));
  return { rows: page, before: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}
