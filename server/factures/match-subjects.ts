import { inArray, type SQL, sql } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import { fold } from "#server/domain/search";
import { countCap } from "#server/recherche/search-filter";
import { typedSearch } from "#server/recherche/typed-search";
import type { TenantDb } from "#server/tenancy/tenant";

type MatchedSubjects = {
  /** Undefined: no subject has these words. */
  readonly where: SQL | undefined;
  /** So many factures that walking the list finds a page sooner than sorting them. */
  readonly isBroad: boolean;
};

/** Beyond this many different subjects, they are not read one by one. */
const fewSubjects = 200;

/** Factures whose subject has all the words typed; without a word of 3 characters, none: see migrations/0016. */
export async function matchSubjects(db: TenantDb, q: string): Promise<MatchedSubjects> {
  const { match, words } = typedSearch(q);
  if (match === null) return { where: undefined, isBroad: false };
  const hits = sql`SELECT subject FROM objets
    WHERE seq IN (SELECT rowid FROM objets_search WHERE objets_search MATCH ${match})`;
  const rows = await db.all<{ subject: string }>(sql`${hits} LIMIT ${fewSubjects + 1}`);
  if (rows.length > fewSubjects) return walked(hits);
  // The index knows no word of 1 or 2 characters.
  const found = rows
    .map(({ subject }) => subject)
    .filter((subject) => words.every((word) => fold(subject).includes(word)));
  if (found.length === 0) return { where: undefined, isBroad: false };
  const where = sql`(${factures.subject} <> '' AND ${inArray(factures.subject, found)})`;
  const counted = await db.get<{ nb: number }>(sql`SELECT count(*) AS nb FROM
    (SELECT 1 FROM ${factures} WHERE ${where} LIMIT ${countCap + 1})`);
  return (counted?.nb ?? 0) > countCap
    ? walked(
        sql.join(
          found.map((subject) => sql`${subject}`),
          sql`, `,
        ),
      )
    : { where, isBroad: false };
}

/** Hidden from the planner, which would sort all that the index of subjects finds. */
const walked = (subjects: SQL): MatchedSubjects => ({
  where: sql`+${factures.subject} IN (${subjects})`,
  isBroad: true,
});
