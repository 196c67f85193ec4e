import { eq, ne, sql } from "drizzle-orm";
import { societes } from "#db/control/schema/societes";
import { visites } from "#db/control/schema/visites";
import { etatVisite } from "#server/domain/visite";
import type { ControlDb } from "#server/tenancy/control";
import type { Entry } from "./session-adapter.ts";
import { societeStates } from "./societe-states.ts";

type Visit = { readonly memberships: Entry[]; readonly visiteUntil: number };

/**
 * The one société a visit reads, as an administrator sees it, without the right to issue or to take anything away. Null once
 * the visit is over, whoever ended it.
 *
 * @param at instant, milliseconds UTC
 */
export async function readVisit(
  db: ControlDb,
  visiteId: string | null,
  at: number,
): Promise<Visit | null> {
  if (visiteId === null) return null;
  const [found] = await db
    .select({
      visite: visites,
      nom: societes.nom,
      slug: societes.slug,
      ...societeStates,
    })
    .from(visites)
    .innerJoin(societes, eq(societes.id, visites.societeId))
    .where(sql`${eq(visites.id, visiteId)} AND ${ne(societes.status, "provisioning")}`);
  if (!found || etatVisite(found.visite, at) !== "ouverte") return null;
  const { visite, ...societe } = found;
  const rights = { mayIssue: false, maySeeOthersAmounts: true, mayExport: false } as const;
  const entry: Entry = {
    ...{ societeId: visite.societeId, role: "admin", asksSecondFactor: false },
    ...rights,
    ...societe,
  };
  return { memberships: [entry], visiteUntil: visite.untilAt ?? 0 };
}
