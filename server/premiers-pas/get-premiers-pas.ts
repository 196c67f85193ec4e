import { sql } from "drizzle-orm";
import type { Emetteur } from "#server/domain/emetteur";
import { type Debuts, premiersPas } from "#server/domain/premiers-pas";
import { emetteurJson } from "#server/societe/emetteur-view";
import type { Tenant } from "#server/tenancy/tenant";

type Row = { readonly emetteur: string; readonly facts: string };
type Facts = Omit<Debuts, "emetteur"> & { readonly isHidden: boolean };

/** How far the société is with its first steps, and whether they were put away. One short read: the dashboard asks it. */
export async function getPremiersPas(tenant: Tenant) {
  const row = await tenant.read((db) => db.get<Row>(factsOf(tenant.societeId)));
  const { isHidden, ...facts } = JSON.parse(row.facts) as Facts;
  const etapes = premiersPas({ emetteur: JSON.parse(row.emetteur) as Emetteur, ...facts });
  return { etapes, isHidden };
}

/** Settings are journalled under the société itself: few lines, found by the index of entities. */
function factsOf(societeId: string) {
  const saved = (said: ReturnType<typeof sql>) =>
    sql`json(iif(EXISTS (SELECT 1 FROM journal WHERE entity_id = ${societeId} AND ${said}), 'true', 'false'))`;
  const bool = (query: ReturnType<typeof sql>) => sql`json(iif(${query}, 'true', 'false'))`;
  return sql`SELECT ${emetteurJson} AS emetteur, json_object(
    'isTvaSaved', ${saved(sql`kind = 'societe.updated' AND json_extract(payload, '$.section') = 'tva'`)},
    'isSerieSaved', ${saved(sql`kind IN ('serie.updated', 'serie.declared')`)},
    'isMarqueSaved', ${saved(sql`kind = 'marque.updated'`)},
    'hasLogo', ${bool(sql`(SELECT logo_sha256 IS NOT NULL FROM marque)`)},
    'hasIssued', ${bool(sql`EXISTS (SELECT 1 FROM compteurs WHERE serie = 'facture' AND dernier_on <> '')`)},
    'isHidden', ${bool(sql`EXISTS (SELECT 1 FROM premiers_pas)`)}) AS facts`;
}
