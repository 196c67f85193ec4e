import { asc, eq } from "drizzle-orm";
import { plans } from "#db/control/schema/plans";
import { cohortes, revenusMois, revenusPlans } from "#db/control/schema/revenus";
import type { Moment } from "#server/domain/calendar-day";
import { byteOrderMark, csvAmount, csvRow, csvText } from "#server/domain/csv";
import type { Cents } from "#server/domain/money";
import { type Revenus, revenusOf } from "#server/domain/revenus";
import type { Control, ControlDb } from "#server/tenancy/control";

/** All that is read: rows follow months and plans, never sociétés. */
export const revenusStatements = (db: ControlDb) => ({
  mois: db.select().from(revenusMois).orderBy(asc(revenusMois.mois)),
  plans: db
    .select({
      ...{ offre: plans.offre, nom: plans.nom, priceHt: plans.priceHt },
      ...{ interval: plans.interval, status: revenusPlans.status, nb: revenusPlans.nb },
      offerts: revenusPlans.offerts,
    })
    .from(revenusPlans)
    .innerJoin(plans, eq(plans.code, revenusPlans.planCode))
    .orderBy(asc(plans.rank), asc(plans.code)),
  cohortes: db.select().from(cohortes).orderBy(asc(cohortes.cohorte), asc(cohortes.mois)),
});

/** What the subscriptions bring, out of what was kept as they changed. */
export const readRevenus = (control: Control, { today }: Moment): Promise<Revenus> =>
  control.read(async (db) => {
    const statements = revenusStatements(db);
    const kept = {
      mois: await statements.mois,
      plans: await statements.plans,
      cohortes: await statements.cohortes,
    };
    return revenusOf(kept, today.slice(0, 7));
  });

const columns = [
  ...["mois", "mrr_ht", "abonnes_payants", "mrr_nouveau_ht", "mrr_hausse_ht", "mrr_baisse_ht"],
  ...["mrr_depart_ht", "nouveaux", "departs", "attrition_pour_mille", "inscrits", "convertis"],
  ...["conversion_pour_mille", "echecs_de_paiement", "paiements_recuperes"],
];

/** The twelve months as a file for a spreadsheet, one a line. */
export async function exportRevenus(control: Control, now: Moment): Promise<string> {
  const { mois } = await readRevenus(control, now);
  const euros = (cents: number) => csvAmount(cents as Cents);
  const count = (value: number | null) => (value === null ? "" : String(value));
  const lines = mois.map((one) => [
    ...[csvText(one.mois), euros(one.mrr), count(one.payants), euros(one.mrrNouveau)],
    ...[euros(one.mrrHausse), euros(one.mrrBaisse), euros(one.mrrDepart), count(one.nouveaux)],
    ...[count(one.departs), count(one.churn), count(one.inscrits), count(one.convertis)],
    ...[count(one.conversion), count(one.echecs), count(one.recuperes)],
  ]);
  return byteOrderMark + [columns, ...lines].map(csvRow).join("");
}
