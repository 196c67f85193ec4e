import { sql } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import { suggestClients } from "#server/clients/suggest-clients";
import type { Cents } from "#server/domain/money";
import { draftedBy, type Sight, shownTtc } from "#server/factures/amounts-sight";
import { searchFactures } from "#server/factures/search-factures";
import { avoirsTtc, regleTtc } from "#server/factures/settlement-filter";
import { suggestProduits } from "#server/produits/suggest-produits";
import type { Tenant } from "#server/tenancy/tenant";
import { orderBy, sorted } from "./keyset.ts";

const few = 6;

/** The palette: the few clients, produits and factures that answer what is being typed. */
export async function searchAll(tenant: Tenant, q: string, sight: Sight) {
  const [clients, produits, found] = await Promise.all([
    suggestClients(tenant, q),
    suggestProduits(tenant, q),
    suggestFactures(tenant, q, sight),
  ]);
  return { clients: clients.slice(0, few), produits: produits.slice(0, few), factures: found };
}

const reste = sql`factures.total_ttc - ${avoirsTtc} - ${regleTtc}`;

const isOwed = (sight: Sight) =>
  sql`factures.type = 'facture' AND factures.number IS NOT NULL AND ${sight === null ? sql`1` : draftedBy(sight)}`;

/** By number, client, subject or exact amount; the latest when nothing is typed yet. */
const suggestFactures = (tenant: Tenant, q: string, sight: Sight) =>
  tenant.read(async (db) => {
    const { where, isNarrow } = await searchFactures(db, q, sight);
    const index = [sql`${factures.listedOn}`, sql`${factures.stamp}`, sql`${factures.id}`];
    return db
      .select({
        id: factures.id,
        type: factures.type,
        status: factures.status,
        number: factures.number,
        issuedOn: factures.issuedOn,
        clientNom: factures.clientNom,
        subject: factures.subject,
        /** Null: hidden from this person. */
        totalTtc: shownTtc(sight),
        /** Left to pay on a numbered facture; null elsewhere, and where it is hidden. */
        resteTtc: sql<Cents | null>`iif(${isOwed(sight)}, ${reste}, NULL)`,
      })
      .from(factures)
      .where(where)
      .orderBy(...orderBy(isNarrow ? sorted(index) : index, "desc"))
      .limit(few);
  });
