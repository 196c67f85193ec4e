import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { abonnements as table } from "#db/control/schema/abonnements";
import { getAbonnement } from "#server/billing/get-abonnement";
import { aTrial, DAY, subscribedTo, type Trial } from "./a-trial.ts";

type Row = Partial<typeof table.$inferInsert>;

const write = ({ abonnements, societeId }: Trial, row: Row) =>
  abonnements.change(societeId, (tx) =>
    tx.update(table).set(row).where(eq(table.societeId, societeId)),
  );
const read = ({ control, tenant, clock }: Trial) => getAbonnement(control, tenant, clock());

test("on trial the page says until when, what is used, and that one may subscribe", async () => {
  const trial = await aTrial();
  const { clock } = trial;
  const view = await read(trial);
  expect(view).toMatchObject({
    entitlement: { source: "essai", plan: { nom: "Pro" }, access: "full" },
    usage: { factures: 0, avoirs: 0, brouillons: 0, utilisateurs: 1, series: [] },
    litige: null,
    trial: { endsAt: clock().at + 14 * DAY, isOver: false },
    subscription: null,
    canSubscribe: true,
    notices: [],
  });
  expect(view.usage.stockageOctets).toBeGreaterThan(10_000);
});

test("a subscription shows its plan, its period, how it is paid and what will change", async () => {
  const trial = await aTrial();
  const at = trial.clock().at;
  const pendingAt = at + 30 * DAY;
  await write(trial, {
    ...subscribedTo("pro_annuel", at),
    paymentMethod: "Visa •••• 4242",
    pendingPlanCode: "essentiel_mensuel",
    pendingAt,
  });
  const view = await read(trial);
  expect(view.subscription).toMatchObject({
    plan: { offre: "pro", nom: "Pro" },
    interval: "an",
    periodEnd: at + 30 * DAY,
    paymentMethod: "Visa •••• 4242",
    pendingPlan: { code: "essentiel_mensuel", nom: "Essentiel", at: pendingAt },
  });
  expect(view.notices).toMatchObject([{ kind: "changement_prevu", on: pendingAt }]);
  expect(view.canSubscribe).toBe(false);
});

test("one subscribes again when the first is over or never began, and not while one is held", async () => {
  const trial = await aTrial();
  const answers: string[] = [];
  for (const status of [
    "active",
    "past_due",
    "unpaid",
    "paused",
    "incomplete",
    "canceled",
  ] as const) {
    await write(trial, { ...subscribedTo("pro_mensuel", trial.clock().at), status });
    answers.push(`${status} ${(await read(trial)).canSubscribe}`);
  }
  expect(answers).toEqual([
    "active false",
    "past_due false",
    "unpaid false",
    "paused false",
    "incomplete true",
    "canceled true",
  ]);
});
