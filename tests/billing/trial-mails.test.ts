import { expect, test } from "vitest";
import { abonnements as table } from "#db/control/schema/abonnements";
import { outbox } from "#db/control/schema/outbox";
import { marque } from "#db/tenant/schema/marque";
import { announceTrialEnds } from "#server/billing/announce-trial-ends";
import { aTrial, DAY, subscribedTo, type Trial } from "./a-trial.ts";

const announce = ({ control, tenancy, clock }: Trial) =>
  announceTrialEnds({
    control,
    tenancy,
    clock,
    mail: { wake: () => {} },
    appOrigin: "https://facturepro.example",
  });

test("the end of a trial is announced three days before and told on the day, each once", async () => {
  const trial = await aTrial();
  trial.wait(10 * DAY);
  await announce(trial);
  expect(await trial.subjects()).toEqual([]);
  trial.wait(DAY);
  await announce(trial);
  await announce(trial);
  expect(await trial.subjects()).toEqual([
    expect.stringMatching(/^Votre essai de Pro prend fin le/),
  ]);
  trial.wait(4 * DAY);
  await announce(trial);
  await announce(trial);
  expect(await trial.subjects()).toEqual([
    expect.stringMatching(/^Votre essai de Pro prend fin le/),
    "Votre essai de Pro est terminé",
  ]);
});

test("what is told of a société wears its colours, and leaves without them when they cannot be read", async () => {
  const trial = await aTrial();
  await trial.tenant.write((tx) => tx.update(marque).set({ accent: "#0b5d3b" }));
  trial.wait(12 * DAY);
  await announce(trial);
  const unreadable = await aTrial();
  unreadable.wait(12 * DAY);
  const openTenant = () => {
    throw new Error("its file is being moved");
  };
  await announce({ ...unreadable, tenancy: { ...unreadable.tenancy, openTenant } });
  const lastHtml = async ({ control }: Trial) =>
    (await control.read((db) => db.select().from(outbox).orderBy(outbox.id))).at(-1)?.html;
  expect(await lastHtml(trial)).toContain("border-top:4px solid #0b5d3b");
  expect(await lastHtml(unreadable)).toContain("border-top:4px solid #1f3a5f");
});

test("when the days before went by unseen, the notice leaves late in the trial and not at all after it", async () => {
  const late = await aTrial();
  late.wait(13 * DAY + DAY / 2);
  await announce(late);
  expect(await late.subjects()).toEqual([
    expect.stringMatching(/^Votre essai de Pro prend fin le/),
  ]);

  const jumped = await aTrial();
  jumped.wait(31 * DAY);
  await announce(jumped);
  expect(await jumped.subjects()).toEqual(["Votre essai de Pro est terminé"]);
});

test("who has subscribed meanwhile, or whose trial ended long ago, is told nothing", async () => {
  const subscribed = await aTrial();
  const { at } = subscribed.clock();
  await subscribed.control.write((tx) => tx.update(table).set(subscribedTo("pro_mensuel", at)));
  subscribed.wait(15 * DAY);
  await announce(subscribed);
  expect(await subscribed.subjects()).toEqual([]);

  const old = await aTrial();
  old.wait(100 * DAY);
  await announce(old);
  expect(await old.subjects()).toEqual([]);
});
