import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { changePlan } from "#server/billing/change-plan";
import { exportRevenus, readRevenus, revenusStatements } from "#server/console/read-revenus";
import { aBilling, aCustomer, failsLater } from "../billing/a-billing.ts";

test("the MRR is the sum of Stripe's living subscriptions, month after month, and its movements say why", async () => {
  const { service, billing, subscribe, advanceDays, stripe } = await aBilling();
  const { control, clock } = service.doors;
  const read = () => readRevenus(control, clock());
  const atStripe = () =>
    Object.values(stripe.store.sandbox.state.subscriptions)
      .filter(({ status }) => status === "active" || status === "past_due")
      .map(({ items: { data } }) => data[0]?.price)
      .reduce((all, price) => {
        const amount = price?.unit_amount ?? 0;
        return all + Math.round(price?.recurring?.interval === "year" ? amount / 12 : amount);
      }, 0);
  const [a, b, c] = [await aCustomer(service), await aCustomer(service), await aCustomer(service)];
  await subscribe(a.id, "essentiel_mensuel");
  await subscribe(b.id, "pro_annuel");
  await subscribe(c.id, "pro_mensuel", failsLater);
  const first = await read();
  expect(first).toMatchObject({ mrr: 900 + 2_417 + 2_900, payants: 3 });
  expect(first.mrr).toBe(atStripe());
  expect(first.mois.at(-1)).toMatchObject({
    ...{ inscrits: 3, convertis: 3, nouveaux: 3, mrrNouveau: 6_217, conversion: 1_000 },
  });
  expect(first.offres.map(({ offre, payants, mrr }) => [offre, payants, mrr])).toEqual([
    ["essentiel", 1, 900],
    ["pro", 2, 5_317],
  ]);

  await changePlan(billing, { societeId: a.id, planCode: "pro_mensuel" });
  await advanceDays(32);
  const late = await read();
  expect(late.mrr).toBe(atStripe());
  expect(late).toMatchObject({ mrr: 8_217, retards: { nb: 1, mrr: 2_900 } });
  expect(late.mois.at(-2)).toMatchObject({ mrrHausse: 2_000, mrr: 8_217 });
  expect(late.mois.at(-1)).toMatchObject({ echecs: 1, mrr: 8_217 });

  await advanceDays(40);
  const lost = await read();
  expect(lost.mrr).toBe(atStripe());
  expect(lost.mrr).toBe(5_317);
  const departs = lost.mois.reduce((all, one) => all + one.departs, 0);
  expect(departs).toBe(1);
  const [cohorte] = lost.cohortes;
  expect(cohorte).toMatchObject({ entres: 3 });
  expect(cohorte?.restants.at(-1)).toEqual({ nb: 2, taux: 667 });

  const csv = await exportRevenus(control, clock());
  expect(csv.split("\r\n")).toHaveLength(14);
  expect(csv).toContain(";53,17;2;");
});

test("the page of revenue reads kept rows alone: no table that grows with the sociétés", async () => {
  const { service } = await aBilling();
  const details = await service.doors.control.read(async (db) => {
    const plans: string[] = [];
    for (const statement of Object.values(revenusStatements(db))) {
      const rows = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${statement.getSQL()}`);
      plans.push(...rows.map(({ detail }) => detail));
    }
    return plans;
  });
  const tables = details.flatMap((detail) => /^(?:SCAN|SEARCH) (\S+)/.exec(detail)?.[1] ?? []);
  expect([...new Set(tables)].sort()).toEqual([
    "cohortes",
    "plans",
    "revenus_mois",
    "revenus_plans",
  ]);
});
