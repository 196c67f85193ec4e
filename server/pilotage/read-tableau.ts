import { sql } from "drizzle-orm";
import type { CalendarDay, Moment } from "#server/domain/calendar-day";
import type { Emetteur } from "#server/domain/emetteur";
import type { TvaCategory } from "#server/domain/facture";
import type { BasisPoints, Cents } from "#server/domain/money";
import {
  type Month,
  monthOf,
  monthsUntil,
  type Stretch,
  type TableauPeriod,
  tableauPeriod,
  tranchesOn,
} from "#server/domain/tableau-period";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";

/** Months of the chart « Encaissé sur facturé », clients of the list, échéances to come. */
const shown = { recouvrement: 6, clients: 5, echeances: 6 } as const;

/**
 * How the société is doing in a month: read from kept totals only, at the same cost at a thousand factures and at a
 * million. Amounts are cents, net of avoirs; payments and what is owed TTC.
 */
export async function readTableau(
  tenant: Tenant,
  { mois }: { readonly mois: Month | null },
  { today }: Moment,
) {
  const period = tableauPeriod(mois ?? monthOf(today), today);
  return tenant.read(async (db) => {
    const { kept } = await db.get<{ kept: string }>(keptTotals(period, today));
    const { mensuel, tva, ages, ...rest } = JSON.parse(kept) as Kept;
    return {
      period,
      ...rest,
      mensuel: monthsOf(period.mois, mensuel),
      recouvrement: monthsUntil(period.mois, shown.recouvrement).map((month) =>
        recouvrementOf(month, mensuel),
      ),
      tva: { ...tva, groupes: tva.groupes.filter(({ base, tva }) => base !== 0 || tva !== 0) },
      ages: tranchesOn(today).map((tranche, index) => ({
        ...tranche,
        nb: ages[index]?.nb ?? 0,
        ttc: ages[index]?.ttc ?? 0,
      })),
      echeances: await nextEcheances(db, today),
    };
  });
}

type Amounts = { readonly ht: Cents; readonly ttc: Cents };
type MonthKept = Amounts & {
  readonly mois: Month;
  readonly encaisse: Cents;
  /** Of the factures issued that month: what they come to after avoirs, what of it is paid. */
  readonly du: Cents;
  readonly regle: Cents;
};

type Kept = {
  readonly mensuel: readonly MonthKept[];
  readonly facture: Readonly<Record<"month" | "monthBefore" | "year" | "yearBefore", Amounts>> & {
    readonly nbFactures: number;
    readonly nbAvoirs: number;
  };
  readonly encaisse: { readonly ttc: Cents; readonly nb: number };
  readonly tva: {
    readonly exigibilite: Emetteur["exigibilite"];
    readonly regime: Emetteur["regime"];
    readonly groupes: readonly {
      readonly category: TvaCategory;
      readonly rate: BasisPoints;
      readonly base: Cents;
      readonly tva: Cents;
    }[];
    /** Of the month before. */
    readonly precedent: Cents;
  };
  readonly ages: readonly { readonly nb: number; readonly ttc: Cents }[];
  readonly clients: readonly {
    readonly clientId: string;
    readonly nom: string;
    readonly nbFactures: number;
    readonly ht: Cents;
  }[];
};

const noMonth = { ht: 0, ttc: 0, encaisse: 0, du: 0, regle: 0 };

const kept = (months: readonly MonthKept[], mois: Month): MonthKept =>
  months.find((month) => month.mois === mois) ?? { mois, ...noMonth };

/** The twelve months of the year shown, beside those of the year before. */
function monthsOf(mois: Month, months: readonly MonthKept[]) {
  return monthsUntil(`${mois.slice(0, 4)}-12`, 12).map((month) => ({
    ...kept(months, month),
    avant: kept(months, `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`),
  }));
}

function recouvrementOf(month: Month, months: readonly MonthKept[]) {
  const { mois, du, regle } = kept(months, month);
  return { mois, du, regle };
}

/** All of it in one statement and one value: each of them is quick, and asking is not. */
function keptTotals(period: TableauPeriod, today: CalendarDay) {
  const { mois, month } = period;
  const since = `${Number(mois.slice(0, 4)) - 1}-01`;
  const sums = ({ from, until }: Stretch) => sql`(SELECT json_object('ht', coalesce(sum(ht), 0),
    'ttc', coalesce(sum(ttc), 0)) FROM totaux_journaliers WHERE jour BETWEEN ${from} AND ${until})`;
  const [before = ""] = monthsUntil(mois, 2);
  return sql`SELECT json_object(
    'mensuel', (SELECT json_group_array(json_object('mois', mois, 'ht', ht, 'ttc', ttc, 'encaisse', encaisse_ttc,
      'du', factures_ttc - corrige_ttc, 'regle', regle_ttc))
      FROM totaux_mensuels WHERE mois BETWEEN ${since} AND ${`${mois.slice(0, 4)}-12`}),
    'facture', (SELECT json_object('month', ${sums(month)}, 'monthBefore', ${sums(period.monthBefore)},
      'year', ${sums(period.year)}, 'yearBefore', ${sums(period.yearBefore)},
      'nbFactures', coalesce(sum(nb_factures), 0), 'nbAvoirs', coalesce(sum(nb_avoirs), 0))
      FROM totaux_mensuels WHERE mois = ${mois}),
    'encaisse', (SELECT json_object('ttc', coalesce(sum(encaisse_ttc), 0), 'nb', coalesce(sum(nb_reglements), 0))
      FROM totaux_mensuels WHERE mois = ${mois}),
    'tva', (SELECT json_object('exigibilite', exigibilite, 'regime', regime,
      'groupes', (SELECT json_group_array(json_object('category', category, 'rate', rate, 'base', base, 'tva', tva)
        ORDER BY rate DESC, category) FROM totaux_tva WHERE mois = ${mois}),
      'precedent', (SELECT coalesce(sum(tva), 0) FROM totaux_tva WHERE mois = ${before})) FROM emetteur),
    'ages', json_array(${sql.join(
      tranchesOn(today).map(
        ({ dueFrom, dueUntil }) => sql`(SELECT json_object('nb', coalesce(sum(nb), 0),
          'ttc', coalesce(sum(reste_ttc), 0)) FROM encours
          WHERE nb > 0 AND due_on BETWEEN ${dueFrom ?? ""} AND ${dueUntil ?? "9999-12-31"})`,
      ),
      sql`, `,
    )}),
    'clients', (SELECT json_group_array(json_object('clientId', client_id, 'nom', nom, 'nbFactures', nb_factures, 'ht', ht))
      FROM (SELECT t.client_id, c.nom, t.nb_factures, t.ht FROM totaux_clients t JOIN clients c ON c.id = t.client_id
        WHERE t.annee = ${mois.slice(0, 4)} AND t.ht > 0 ORDER BY t.ht DESC LIMIT ${shown.clients}))) AS kept`;
}

/** The next factures to fall due; the kept days say where to look. */
const nextEcheances = (db: TenantDb, today: CalendarDay) =>
  db.all<{
    factureId: string;
    number: string;
    clientNom: string;
    dueOn: CalendarDay;
    resteTtc: Cents;
  }>(sql`
    SELECT facture_id AS "factureId", number, client_nom AS "clientNom", due_on AS "dueOn", reste AS "resteTtc" FROM (
      SELECT f.id AS facture_id, f.number, f.client_nom, e.due_on, s.total_ttc - s.avoirs_ttc - s.regle_ttc AS reste
      FROM encours e CROSS JOIN factures f ON f.due_key = e.due_on CROSS JOIN soldes s ON s.facture_id = f.id
      WHERE e.nb > 0 AND e.due_on >= ${today} AND f.type = 'facture' AND +f.number IS NOT NULL
      ORDER BY e.due_on)
    WHERE reste > 0 LIMIT ${shown.echeances}`);
