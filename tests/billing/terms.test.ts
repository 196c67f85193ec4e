import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { abonnements as table } from "#db/control/schema/abonnements";
import { plans } from "#db/control/schema/plans";
import { loadTerms } from "#server/abonnement/load-terms";
import { receiveTerms } from "#server/abonnement/receive-terms";
import { createAbonnements } from "#server/billing/create-abonnements";
import { endDerogations, grantDerogation } from "#server/billing/grant-derogation";
import { entitlementOf } from "#server/domain/quota";
import { createEntitlementJobs } from "#server/jobs/create-entitlement-jobs";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";
import { anAuth } from "../auth/an-auth.ts";
import { aTrial, DAY, subscribedTo, type Trial } from "./a-trial.ts";

const subscribe = ({ abonnements, societeId, clock }: Trial, planCode: string) =>
  abonnements.change(societeId, (tx) =>
    tx.update(table).set(subscribedTo(planCode, clock().at)).where(eq(table.societeId, societeId)),
  );

test("a société just registered tries Pro for fourteen days, and its own database already knows it", async () => {
  const { copied, bought, row, clock } = await aTrial();
  const terms = await copied();
  expect(terms).toEqual(await bought());
  expect(terms.trial).toMatchObject({ plan: { nom: "Pro" }, endsAt: clock().at + 14 * DAY });
  expect(await row()).toMatchObject({ version: 1, copiedVersion: 1 });
});

test("what is bought is copied at once, under a version that grew", async () => {
  const trial = await aTrial();
  await subscribe(trial, "essentiel_mensuel");
  const terms = await trial.copied();
  expect(terms).toMatchObject({ version: 2, subscription: { plan: { nom: "Essentiel" } } });
  expect(terms).toEqual(await trial.bought());
  expect(await trial.row()).toMatchObject({ version: 2, copiedVersion: 2 });
});

test("writing the same again makes no new version", async () => {
  const trial = await aTrial();
  await subscribe(trial, "essentiel_mensuel");
  await subscribe(trial, "essentiel_mensuel");
  expect(await trial.row()).toMatchObject({ version: 2, copiedVersion: 2 });
});

test("a copy that arrives late never replaces a newer one", async () => {
  const trial = await aTrial();
  const older = await trial.copied();
  await subscribe(trial, "pro_mensuel");
  await trial.tenant.write((tx) => receiveTerms(tx, older, 0));
  expect((await trial.copied()).version).toBe(2);
});

test("a stop between the change and its copy is caught up by the next start", async () => {
  const trial = await aTrial();
  const { control, tenancy, clock, societeId } = trial;
  const stopped: Pick<Tenancy, "openTenant"> = {
    openTenant: () => {
      throw new Error("the process was killed here");
    },
  };
  const dying = createAbonnements({ control, tenancy: stopped, clock });
  await subscribe({ ...trial, abonnements: dying }, "entreprise_mensuel");
  expect(await trial.row()).toMatchObject({ version: 2, copiedVersion: 1 });
  expect((await trial.copied()).subscription).toBeNull();

  const restarted = createAbonnements({ control, tenancy, clock });
  const doors = { control, tenancy, clock, mail: { wake: () => {} }, appOrigin: "" };
  await createEntitlementJobs({ ...doors, abonnements: restarted }).sweep();
  expect((await trial.copied()).subscription?.plan.nom).toBe("Entreprise");
  expect(await trial.row()).toMatchObject({ societeId, version: 2, copiedVersion: 2 });
});

test("a société older than subscriptions gets its trial at start, and a second start gives no second one", async () => {
  const { control, abonnements, societeId, row, copied, wait, clock } = await aTrial();
  await control.write((tx) => tx.delete(table).where(eq(table.societeId, societeId)));
  wait(100 * DAY);
  await abonnements.openMissing();
  await abonnements.copyLate();
  const endsAt = clock().at + 14 * DAY;
  expect(await row()).toMatchObject({ trialEndsAt: endsAt, copiedVersion: 1 });
  wait(20 * DAY);
  await abonnements.openMissing();
  expect(await row()).toMatchObject({ trialEndsAt: endsAt });
  expect(entitlementOf(await copied(), clock()).plan.nom).toBe("Gratuit");
});

test("a limit changed on a plan reaches those who hold it", async () => {
  const { abonnements, copied } = await aTrial();
  await abonnements.changePlans((tx) =>
    tx.update(plans).set({ facturesParMois: 750 }).where(eq(plans.code, "pro_mensuel")),
  );
  await abonnements.settled();
  expect((await copied()).trial?.plan.limits.factures).toBe(750);
});

test("what the operator grants is added to the plan until it ends, and says why", async () => {
  const trial = await aTrial();
  const { societeId, clock, copied } = trial;
  const grant = { societeId, reason: "Reprise de l’historique", at: clock().at, by: null };
  const limitNow = async () => entitlementOf(await copied(), clock()).limits.factures;
  await grantDerogation(trial, { ...grant, limite: "factures", ajout: 100, until: null });
  expect(await limitNow()).toBe(600);
  const until = clock().at + DAY;
  await grantDerogation(trial, { ...grant, limite: "factures", ajout: null, until });
  expect(await limitNow()).toBeNull();
  trial.wait(DAY);
  expect(await limitNow()).toBe(600);
  expect((await copied()).derogations[0]).toMatchObject({ reason: "Reprise de l’historique" });
  await endDerogations(trial, { ...grant, at: clock().at });
  expect(await limitNow()).toBe(500);
});

test("a plan changed while a société was being made is copied to it afterwards", async () => {
  const accounts = await anAuth({
    rules: null,
    onProvisionStep: async (step) => {
      if (step !== "placed") return;
      await accounts.control.write((tx) => tx.update(plans).set({ utilisateurs: 12 }));
    },
  });
  const { control, tenancy, clock } = accounts;
  await accounts.register();
  const [made] = await control.read((db) => db.select().from(table));
  expect(made).toMatchObject({ version: 2, copiedVersion: 1 });
  await createAbonnements({ control, tenancy, clock }).copyLate();
  const tenant = tenancy.openTenant((made?.societeId ?? "") as SocieteId);
  expect((await tenant.read(loadTerms)).trial?.plan.limits.utilisateurs).toBe(12);
});
