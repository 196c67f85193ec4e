import { sql } from "drizzle-orm";
import { clients } from "#db/tenant/schema/clients";
import type { Searched } from "#server/recherche/search-filter";

/** The clients as a searched table. */
export const searchedClients: Searched = {
  hits: sql`SELECT rowid FROM clients_search WHERE clients_search MATCH `,
  seq: sql`${clients.seq}`,
  search: sql`${clients.search}`,
  key: sql`${clients.nomKey}`,
};
