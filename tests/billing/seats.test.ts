import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { abonnements as table } from "#db/control/schema/abonnements";
import { memberships } from "#db/control/schema/memberships";
import { users } from "#db/control/schema/users";
import { assertSeat } from "#server/billing/assert-seat";
import { grantDerogation } from "#server/billing/grant-derogation";
import type { Role } from "#server/domain/permissions";
import { newId } from "#server/id";
import { refusalOf } from "../support/refused.ts";
import { aTrial, DAY, subscribedTo, type Trial } from "./a-trial.ts";

function admit({ control, societeId, clock }: Trial, role: Role) {
  const userId = newId();
  const name = { username: userId, email: `${userId}@x.example`, emailKey: userId };
  const createdAt = clock().at;
  return control.write(async (tx) => {
    await tx.insert(users).values({ id: userId, ...name, passwordHash: "-", createdAt });
    await assertSeat(tx, societeId, { role, at: createdAt });
    await tx.insert(memberships).values({ userId, societeId, role, createdAt });
  });
}

test("each plan has its seats: the one too many is refused, and an accountant takes none", async () => {
  const trial = await aTrial();
  const { abonnements, societeId, clock } = trial;
  await abonnements.change(societeId, (tx) =>
    tx
      .update(table)
      .set(subscribedTo("essentiel_mensuel", clock().at))
      .where(eq(table.societeId, societeId)),
  );
  await admit(trial, "employe");
  await admit(trial, "comptable");
  await admit(trial, "comptable");
  await admit(trial, "admin");
  const details = { limit: 3, plan: "Essentiel", planCode: "essentiel_mensuel", next: "Pro" };
  expect(await refusalOf(admit(trial, "employe"))).toMatchObject({
    code: "SEATS_REACHED",
    details,
  });
  await admit(trial, "comptable");
});

test("those who came under a larger plan stay, and nobody joins them", async () => {
  const trial = await aTrial();
  await admit(trial, "employe");
  await admit(trial, "employe");
  trial.wait(15 * DAY);
  expect(await refusalOf(admit(trial, "employe"))).toMatchObject({
    code: "SEATS_REACHED",
    details: { limit: 1, plan: "Gratuit", next: "Essentiel" },
  });
  expect(await trial.control.read((db) => db.$count(memberships))).toBe(3);
  const { societeId, clock } = trial;
  const grant = { societeId, reason: "Stagiaire d’été", at: clock().at, by: null, until: null };
  await grantDerogation(trial, { ...grant, limite: "utilisateurs", ajout: 3 });
  await admit(trial, "employe");
});

test("two people invited at once do not share the last seat", async () => {
  const trial = await aTrial();
  trial.wait(15 * DAY);
  const { societeId, clock } = trial;
  const grant = { societeId, reason: "Une place de plus", at: clock().at, by: null, until: null };
  await grantDerogation(trial, { ...grant, limite: "utilisateurs", ajout: 1 });
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => admit(trial, "employe")));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
