import { and, asc, eq, inArray } from "drizzle-orm";
import { clients } from "#db/tenant/schema/clients";
import type { ClientType } from "#server/domain/client";
import { csvText } from "#server/domain/csv";
import { csvTable, pageSize, past } from "#server/recherche/csv-table";
import { searchFilter } from "#server/recherche/search-filter";
import type { Tenant } from "#server/tenancy/tenant";
import { searchedClients } from "./searched-clients.ts";

export type ClientSelection = {
  /** Those that were ticked; null: all that the rest keeps. */
  readonly ids: readonly string[] | null;
  readonly q: string;
  /** Null: archived or not. */
  readonly etat: "actifs" | "archives" | null;
  readonly type: ClientType | null;
};

const everyone: ClientSelection = { ids: null, q: "", etat: null, type: null };

const header =
  "Nom;Type;SIREN;SIRET;TVA;E-mail;Téléphone;Adresse;Complément;Code postal;Ville;Pays;Note;Archivé";

/** The clients of a selection, all of them unless told, as CSV in the order they were created. */
export function exportClients(
  tenant: Tenant,
  { ids, q, etat, type }: ClientSelection = everyone,
): AsyncGenerator<string, void> {
  return csvTable(tenant, {
    header: header.split(";"),
    read: async (db, after?: typeof clients.$inferSelect) => {
      const search = await searchFilter(db, searchedClients, q);
      const asked = and(
        ids === null ? undefined : inArray(clients.id, [...ids]),
        etat === null ? undefined : eq(clients.isArchived, etat === "archives"),
        type === null ? undefined : eq(clients.type, type),
        search.where,
      );
      return db
        .select()
        .from(clients)
        .where(and(asked, past(clients.seq, after?.seq)))
        .orderBy(asc(clients.seq))
        .limit(pageSize);
    },
    cells: (row) => {
      const { nom, siren, siret, tvaNumber, email, phone, line1, line2, zip, city } = row;
      const texts = [nom, row.type, siren, siret, tvaNumber, email, phone, line1, line2, zip, city];
      return [...texts, row.country, row.note].map(csvText).concat(row.isArchived ? "oui" : "non");
    },
  });
}
