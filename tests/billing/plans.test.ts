import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { plans } from "#db/control/schema/plans";
import { getPlanOnSale } from "#server/billing/get-plan";
import { listPlans } from "#server/billing/list-plans";
import { seedPlans } from "#server/billing/seed-plans";
import { refusalOf } from "../support/refused.ts";
import { aTrial } from "./a-trial.ts";

test("four offers are on sale, by the month or ten months for the year", async () => {
  const { control } = await aTrial();
  const offres = await listPlans(control);
  expect(
    offres.map(({ nom, mois, an, limits: { factures, utilisateurs, stockage } }) =>
      [nom, mois?.priceHt, an?.priceHt, factures, utilisateurs, stockage].join(" "),
    ),
  ).toEqual([
    "Gratuit 0  5 1 100",
    "Essentiel 900 9000 50 3 1000",
    "Pro 2900 29000 500 10 10000",
    "Entreprise 9900 99000   100000",
  ]);
  expect(offres.map(({ features }) => features.length)).toEqual([0, 1, 1, 1]);
  expect(offres[2]).toMatchObject({ offre: "pro", mois: { code: "pro_mensuel" } });
});

test("a plan the operator edited or archived stays so when the service starts again", async () => {
  const { control, clock } = await aTrial();
  const edit = { priceHt: 1_200, archivedAt: clock().at };
  await control.write((tx) =>
    tx.update(plans).set(edit).where(eq(plans.code, "essentiel_mensuel")),
  );
  await seedPlans(control, clock().at);
  const [plan] = await control.read((db) =>
    db.select().from(plans).where(eq(plans.code, "essentiel_mensuel")),
  );
  expect(plan).toMatchObject(edit);
  const essentiel = (await listPlans(control)).find(({ offre }) => offre === "essentiel");
  expect(essentiel).toMatchObject({ mois: null, an: { code: "essentiel_annuel" } });
});

test("a plan that is unknown, archived or free cannot be bought, each for its own reason", async () => {
  const { control, clock } = await aTrial();
  const buy = (code: string) => control.read((db) => getPlanOnSale(db, code));
  expect(await buy("pro_annuel")).toMatchObject({ lookupKey: "pro_annuel", interval: "an" });
  const isPro = eq(plans.code, "pro_mensuel");
  await control.write((tx) => tx.update(plans).set({ archivedAt: clock().at }).where(isPro));
  expect(await refusalOf(buy("platine"))).toMatchObject({
    code: "PLAN_NOT_FOUND",
    details: { planCode: "platine" },
  });
  expect(await refusalOf(buy("pro_mensuel"))).toMatchObject({
    code: "PLAN_ARCHIVED",
    details: { plan: "Pro" },
  });
  expect((await refusalOf(buy("gratuit"))).code).toBe("PLAN_WITHOUT_PRICE");
});
