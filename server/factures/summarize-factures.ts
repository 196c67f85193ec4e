import { and, desc, eq, gte, lte, sql } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import { encours, totauxMensuels } from "#db/tenant/schema/totaux";
import type { Moment } from "#server/domain/calendar-day";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";

type Period = {
  /** Months « 2026-03 », both included; null: since ever, until now. */
  readonly fromMonth: string | null;
  readonly untilMonth: string | null;
};

/** What heads the list of factures. Read from kept totals: as fast at a million factures as at ten. */
export function summarizeFactures(tenant: Tenant, period: Period, { today }: Moment) {
  return tenant.read(async (db) => {
    const { nb: enRetardNb, ttc: enRetardTtc, ...open } = await sumEncours(db, today);
    const ever = await sumTotaux(db, { fromMonth: null, untilMonth: null });
    const ouvertes = open.nbAEchoir + enRetardNb;
    return {
      periode: await sumTotaux(db, period),
      mois: await lastMonths(db),
      aEchoir: { nb: open.nbAEchoir, ttc: open.ttcAEchoir },
      enRetard: { nb: enRetardNb, ttc: enRetardTtc },
      counts: {
        brouillons: await db.$count(factures, eq(factures.status, "brouillon")),
        factures: ever.nbFactures,
        avoirs: ever.nbAvoirs,
        annulees: ever.nbAnnulees,
        ouvertes,
        enRetard: enRetardNb,
        partielles: open.nbPartielles,
        payees: Math.max(0, ever.nbFactures - ever.nbAnnulees - ouvertes),
      },
    };
  });
}

async function sumEncours(db: TenantDb, today: string) {
  const { dueOn, nb, nbPartielles, resteTtc } = encours;
  const [sums] = await db
    .select({
      nb: sql<number>`coalesce(sum(iif(${dueOn} < ${today}, ${nb}, 0)), 0)`,
      ttc: sql<number>`coalesce(sum(iif(${dueOn} < ${today}, ${resteTtc}, 0)), 0)`,
      nbAEchoir: sql<number>`coalesce(sum(iif(${dueOn} >= ${today}, ${nb}, 0)), 0)`,
      ttcAEchoir: sql<number>`coalesce(sum(iif(${dueOn} >= ${today}, ${resteTtc}, 0)), 0)`,
      nbPartielles: sql<number>`coalesce(sum(iif(${dueOn} >= ${today}, ${nbPartielles}, 0)), 0)`,
    })
    .from(encours);
  return sums ?? { nb: 0, ttc: 0, nbAEchoir: 0, ttcAEchoir: 0, nbPartielles: 0 };
}

const zero = {
  nbFactures: 0,
  nbAvoirs: 0,
  nbAnnulees: 0,
  totalHt: 0,
  totalTva: 0,
  totalTtc: 0,
  encaisseTtc: 0,
};

async function sumTotaux(db: TenantDb, { fromMonth, untilMonth }: Period) {
  const { mois, nbFactures, nbAvoirs, nbAnnulees, ht, tva, ttc, encaisseTtc } = totauxMensuels;
  const [sums] = await db
    .select({
      nbFactures: sql<number>`coalesce(sum(${nbFactures}), 0)`,
      nbAvoirs: sql<number>`coalesce(sum(${nbAvoirs}), 0)`,
      nbAnnulees: sql<number>`coalesce(sum(${nbAnnulees}), 0)`,
      totalHt: sql<number>`coalesce(sum(${ht}), 0)`,
      totalTva: sql<number>`coalesce(sum(${tva}), 0)`,
      totalTtc: sql<number>`coalesce(sum(${ttc}), 0)`,
      encaisseTtc: sql<number>`coalesce(sum(${encaisseTtc}), 0)`,
    })
    .from(totauxMensuels)
    .where(
      and(
        fromMonth === null ? undefined : gte(mois, fromMonth),
        untilMonth === null ? undefined : lte(mois, untilMonth),
      ),
    );
  return sums ?? zero;
}

const lastMonths = (db: TenantDb) =>
  db.select().from(totauxMensuels).orderBy(desc(totauxMensuels.mois)).limit(12);
