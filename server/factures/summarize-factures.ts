import { sql } from "drizzle-orm";
import type { CalendarDay, Moment } from "#server/domain/calendar-day";
import type { Cents } from "#server/domain/money";
import type { Tenant } from "#server/tenancy/tenant";
import type { Sight } from "./amounts-sight.ts";

type Period = {
  /** Months « 2026-03 », both included; null: since ever, until now. */
  readonly fromMonth: string | null;
  readonly untilMonth: string | null;
  readonly sight: Sight;
};

/**
 * What heads the list of factures. Sums are null for whom the amounts of others are hidden: a sum minus one's own would
 * tell them. Read from kept totals: as fast at a million factures as at ten.
 */
export function summarizeFactures(tenant: Tenant, period: Period, { today }: Moment) {
  return tenant.read(async (db) => {
    const { kept } = await db.get<{ kept: string }>(sums(period, today));
    const { ever, open, brouillons, ...found } = JSON.parse(kept) as Kept;
    const { nbFactures, nbAvoirs, nbAnnulees, totalHt, totalTva, totalTtc, encaisseTtc } =
      found.periode;
    const seen = <T>(amount: T): T | null => (period.sight === null ? amount : null);
    const ouvertes = open.nbAEchoir + open.nbEnRetard;
    return {
      periode: {
        ...{ nbFactures, nbAvoirs, nbAnnulees },
        ...{ totalHt: seen(totalHt), totalTva: seen(totalTva), totalTtc: seen(totalTtc) },
        encaisseTtc: seen(encaisseTtc),
      },
      aEchoir: { nb: open.nbAEchoir, ttc: seen(open.ttcAEchoir) },
      enRetard: { nb: open.nbEnRetard, ttc: seen(open.ttcEnRetard) },
      counts: {
        brouillons,
        factures: ever.nbFactures,
        avoirs: ever.nbAvoirs,
        annulees: ever.nbAnnulees,
        ouvertes,
        enRetard: open.nbEnRetard,
        partielles: open.nbPartielles,
        payees: Math.max(0, ever.nbFactures - ever.nbAnnulees - ouvertes),
      },
    };
  });
}

type Kept = {
  readonly brouillons: number;
  readonly ever: Readonly<Record<"nbFactures" | "nbAvoirs" | "nbAnnulees", number>>;
  readonly open: Readonly<
    Record<"nbEnRetard" | "ttcEnRetard" | "nbAEchoir" | "ttcAEchoir" | "nbPartielles", number>
  >;
  readonly periode: Readonly<
    Record<"nbFactures" | "nbAvoirs" | "nbAnnulees", number> &
      Record<"totalHt" | "totalTva" | "totalTtc" | "encaisseTtc", Cents>
  >;
};

const ever = sql`(SELECT json_object('nbFactures', coalesce(sum(nb_factures), 0),
  'nbAvoirs', coalesce(sum(nb_avoirs), 0), 'nbAnnulees', coalesce(sum(nb_annulees), 0)) FROM totaux_mensuels)`;

/** All of it in one statement and one value: each of them is quick, and asking is not. */
const sums = ({ fromMonth, untilMonth }: Period, today: CalendarDay) => sql`SELECT json_object(
  'brouillons', (SELECT count(*) FROM factures WHERE status = 'brouillon'),
  'ever', ${ever},
  'periode', (SELECT json_object('nbFactures', coalesce(sum(nb_factures), 0),
    'nbAvoirs', coalesce(sum(nb_avoirs), 0), 'nbAnnulees', coalesce(sum(nb_annulees), 0),
    'totalHt', coalesce(sum(ht), 0), 'totalTva', coalesce(sum(tva), 0),
    'totalTtc', coalesce(sum(ttc), 0), 'encaisseTtc', coalesce(sum(encaisse_ttc), 0))
    FROM totaux_mensuels WHERE mois BETWEEN ${fromMonth ?? ""} AND ${untilMonth ?? "9999-99"}),
  'open', (SELECT json_object('nbEnRetard', coalesce(sum(nb) FILTER (WHERE late), 0),
    'ttcEnRetard', coalesce(sum(reste_ttc) FILTER (WHERE late), 0),
    'nbAEchoir', coalesce(sum(nb) FILTER (WHERE NOT late), 0),
    'ttcAEchoir', coalesce(sum(reste_ttc) FILTER (WHERE NOT late), 0),
    'nbPartielles', coalesce(sum(nb_partielles) FILTER (WHERE NOT late), 0))
    FROM (SELECT *, due_on < ${today} AS late FROM encours))) AS kept`;
