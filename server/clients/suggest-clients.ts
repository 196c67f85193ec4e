import { and, desc, eq, sql } from "drizzle-orm";
import { clients } from "#db/tenant/schema/clients";
import { searchFilter } from "#server/recherche/search-filter";
import { typedSearch } from "#server/recherche/typed-search";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";
import { clientSummary } from "./client-view.ts";
import { searchedClients } from "./searched-clients.ts";

const few = 8;

/** A few clients for what is being typed: names that begin so first, then whatever contains it. */
export function suggestClients(tenant: Tenant, q: string) {
  return tenant.read(async (db) => {
    const { text } = typedSearch(q);
    if (text === "") return latestClients(db);
    const begins = sql`${clients.nomKey} >= ${text} AND ${clients.nomKey} < ${`${text}\u{10ffff}`}`;
    const first = await db
      .select(clientSummary)
      .from(clients)
      .where(and(eq(clients.isArchived, false), begins))
      .orderBy(clients.nomKey, clients.id)
      .limit(few);
    if (first.length === few) return first;
    const { where } = await searchFilter(db, searchedClients, q);
    const others = await db
      .select(clientSummary)
      .from(clients)
      .where(and(eq(clients.isArchived, false), where))
      .limit(2 * few);
    const known = new Set(first.map(({ id }) => id));
    return [...first, ...others.filter(({ id }) => !known.has(id))].slice(0, few);
  });
}

const latestClients = (db: TenantDb) =>
  db
    .select(clientSummary)
    .from(clients)
    .where(eq(clients.isArchived, false))
    .orderBy(desc(clients.id))
    .limit(few);
