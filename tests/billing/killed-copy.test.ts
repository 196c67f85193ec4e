import { expect, test } from "vitest";
import { abonnements as table } from "#db/control/schema/abonnements";
import { loadTerms } from "#server/abonnement/load-terms";
import { createAbonnements } from "#server/billing/create-abonnements";
import { momentOf } from "#server/clock";
import { entitlementOf } from "#server/domain/quota";
import type { SocieteId } from "#server/tenancy/tenant";
import { aDataDir } from "../tenancy/a-data-dir.ts";
import { aTenancy } from "../tenancy/a-tenancy.ts";
import { foreignProcess } from "../tenancy/foreign-process.ts";

const clock = () => momentOf(Date.parse("2026-03-02T09:00:00Z"));

test.each([
  { step: "changed", held: "Pro" },
  { step: "copied", held: "Gratuit" },
])(
  "killed once the terms are $step, the société has one plan or the other, then the new one",
  async ({ step, held }) => {
    const dataDir = await aDataDir();
    const child = await foreignProcess("change-terms.ts", [dataDir, step]);
    expect(await child.exited()).toBeNull(); // killed, not ended
    expect(child.errors()).toBe("");

    const { control, tenancy } = await aTenancy(dataDir);
    const row = async () => (await control.read((db) => db.select().from(table)))[0];
    expect(await row()).toMatchObject({ version: 2, copiedVersion: 1 });
    const tenant = tenancy.openTenant(((await row())?.societeId ?? "") as SocieteId);
    const planNow = async () => entitlementOf(await tenant.read(loadTerms), clock()).plan.nom;
    expect(await planNow()).toBe(held);

    await createAbonnements({ control, tenancy, clock }).copyLate();
    expect(await planNow()).toBe("Gratuit");
    expect(await row()).toMatchObject({ version: 2, copiedVersion: 2 });
  },
);
