import { type SQL, sql } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import type { Cents } from "#server/domain/money";
import { isAllowed, type Rights } from "#server/domain/permissions";

/** Whose documents show their amounts: everybody's (null), or those this person drafted. */
export type Sight = string | null;

export const sightOf = (member: Rights & { readonly userId: string }): Sight =>
  isAllowed(member, "factures.seeOthersAmounts") ? null : member.userId;

/**
 * The documents of one person: what they drafted, and the avoirs on it, whoever made them. An avoir repeats the
 * amounts of its facture, so it is the facture's author that counts. Named in full by hand: for queries on `factures`.
 */
export const draftedBy = (userId: string): SQL =>
  sql`coalesce((SELECT o.created_by FROM factures AS o WHERE o.id = factures.origine_id),
    factures.created_by) = ${userId}`;

/** The total of a document, or null where it is hidden. */
export const shownTtc = (sight: Sight): SQL<Cents | null> =>
  sight === null
    ? sql<Cents | null>`${factures.totalTtc}`
    : sql<Cents | null>`iif(${draftedBy(sight)}, factures.total_ttc, NULL)`;
