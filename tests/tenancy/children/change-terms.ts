import { eq } from "drizzle-orm";
import { abonnements as table } from "#db/control/schema/abonnements";
import { receiveTerms } from "#server/abonnement/receive-terms";
import { createAbonnements } from "#server/billing/create-abonnements";
import { openAbonnement, openingTerms } from "#server/billing/open-abonnement";
import { seedPlans } from "#server/billing/seed-plans";
import { momentOf } from "#server/clock";
import { createControl } from "#server/tenancy/create-control";
import { createTenancy } from "#server/tenancy/create-tenancy";
import { acquireDataDir } from "#server/tenancy/data-dir-lock";
import type { SocieteId } from "#server/tenancy/tenant";

/** Makes a société in `argv[2]`, ends its trial and dies, as by a power cut, once that is `argv[3]`: changed, or copied. */
const [, , dataDir = "", last] = process.argv;
const at = Date.parse("2026-03-02T09:00:00Z");
const die = () => process.kill(process.pid, "SIGKILL");

await acquireDataDir(dataDir);
const control = await createControl(dataDir);
await seedPlans(control, at);
const tenancy = await createTenancy({ dataDir, control });
const terms = await control.read((db) => openingTerms(db, at));
const { societeId } = await tenancy.provision({
  nom: "Atelier",
  slug: "atelier",
  at,
  admit: (tx, id) => openAbonnement(tx, id, { at, copied: terms }),
  furnish: (tx) => receiveTerms(tx, terms, at),
});

/** The société's database, in a process that does not survive the step. */
const openTenant = (id: SocieteId) => {
  if (last === "changed") die();
  const tenant = tenancy.openTenant(id);
  const write: typeof tenant.write = async (work) => {
    const result = await tenant.write(work);
    die();
    return result;
  };
  return { ...tenant, write };
};
await createAbonnements({ control, tenancy: { openTenant }, clock: () => momentOf(at) }).change(
  societeId,
  (tx) => tx.update(table).set({ trialEndsAt: at }).where(eq(table.societeId, societeId)),
);
