import { inArray, ne, sql } from "drizzle-orm";
import { releves } from "#db/control/schema/releves";
import { stripeEvents } from "#db/control/schema/stripe-events";
import type { Moment } from "#server/domain/calendar-day";
import { demonstrationTerms } from "#server/domain/demonstration";
import type { Control, ControlDb } from "#server/tenancy/control";

/** How many sociétés there are, of what, and what asks for the operator's eye today. */
export function readApercu(control: Control, now: Moment) {
  return control.read(async (db) => {
    const offres = await countOffres(db);
    const late = await countLate(db);
    return {
      now: now.at,
      total: offres.reduce((sum, { nb }) => sum + nb, 0),
      offres,
      mrrHt: await totalMrr(db),
      retards: late,
      indisponibles: await db.$count(releves, sql`${releves.sante} <> 'saine'`),
      evenements: await db.$count(stripeEvents, inArray(stripeEvents.status, ["failed"])),
    };
  });
}

/** Those on trial apart from those who pay for the same offer. On the index of both columns. */
async function countOffres(db: ControlDb) {
  const rows = await db
    .select({
      offre: releves.offre,
      nom: sql<string>`max(${releves.planNom})`,
      isEssai: sql<number>`${releves.etat} = 'essai'`,
      nb: sql<number>`count(*)`,
    })
    .from(releves)
    .where(ne(releves.offre, demonstrationTerms.free.offre))
    .groupBy(releves.offre, sql`${releves.etat} = 'essai'`);
  return rows.map(({ isEssai, ...row }) => ({ ...row, isEssai: isEssai === 1 }));
}

/** Those whose payment was refused, grace or not, and the oldest debt among them. */
async function countLate(db: ControlDb) {
  const [found] = await db
    .select({ nb: sql<number>`count(*)`, since: sql<number | null>`min(${releves.etatAt})` })
    .from(releves)
    .where(inArray(releves.etat, ["retard", "impaye"]));
  return { nb: found?.nb ?? 0, since: found?.since ?? null };
}

async function totalMrr(db: ControlDb): Promise<number> {
  const [found] = await db
    .select({ sum: sql<number>`coalesce(sum(${releves.mrrHt}), 0)` })
    .from(releves)
    .where(sql`${releves.mrrHt} > 0`);
  return found?.sum ?? 0;
}
