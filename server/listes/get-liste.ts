import { sql } from "drizzle-orm";
import type { Liste } from "#server/domain/liste";
import type { Tenant } from "#server/tenancy/tenant";

/** A kept view, as whoever sees it does. */
type Vue = {
  readonly id: string;
  readonly nom: string;
  /** What it adds to the address of the list. */
  readonly recherche: string;
  readonly isShared: boolean;
  readonly isOwn: boolean;
  /** Whose it is. */
  readonly auteur: string;
};

type Kept = {
  readonly vues: readonly (Omit<Vue, "isShared" | "isOwn"> & {
    readonly isShared: number;
    readonly isOwn: number;
  })[];
  readonly reglages: {
    readonly vueId: string | null;
    readonly colonnes: readonly string[] | null;
  } | null;
};

/** How a person has set a list: their views and the shared ones, the view it opens on, the columns they chose. */
export function getListe(tenant: Tenant, liste: Liste, userId: string) {
  return tenant.read(async (db) => {
    const { kept } = await db.get<{ kept: string }>(asked(liste, userId));
    const { vues, reglages } = JSON.parse(kept) as Kept;
    const seen: readonly Vue[] = vues.map((vue) => ({
      ...vue,
      isShared: vue.isShared === 1,
      isOwn: vue.isOwn === 1,
    }));
    const isSeen = seen.some(({ id }) => id === reglages?.vueId);
    return {
      vues: seen,
      /** The view the list opens on; null: everything. One no longer shared is nobody else's any more. */
      vueId: isSeen ? (reglages?.vueId ?? null) : null,
      /** Null: as first seen. */
      colonnes: reglages?.colonnes ?? null,
    };
  });
}

/** One value: the page of the list asks for it each time. */
const asked = (liste: Liste, userId: string) => sql`SELECT json_object(
  'vues', (SELECT json_group_array(json_object('id', id, 'nom', nom, 'recherche', recherche, 'isShared', is_shared,
      'isOwn', user_id = ${userId}, 'auteur', user_nom))
    FROM (SELECT * FROM vues WHERE liste = ${liste} AND user_id = ${userId}
      UNION SELECT * FROM vues WHERE liste = ${liste} AND is_shared = 1 ORDER BY nom, id)),
  'reglages', (SELECT json_object('vueId', vue_id, 'colonnes', json(colonnes)) FROM reglages_listes
    WHERE user_id = ${userId} AND liste = ${liste})) AS kept`;
