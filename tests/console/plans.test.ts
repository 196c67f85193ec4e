import { desc, eq } from "drizzle-orm";
import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { actes } from "#db/control/schema/actes";
import { refreshAbonnement } from "#server/billing/refresh-abonnement";
import type { RouterOutputs } from "../../app/trpc.tsx";
import { aBilling, aCustomer } from "../billing/a-billing.ts";
import { aSuperAdmin } from "../support/a-super-admin.ts";

type List = RouterOutputs["consolePlans"]["list"];
type Offre = RouterOutputs["consolePlans"]["get"];
type Public = RouterOutputs["plans"]["list"];

const reason = "décidé en comité";
const pro = {
  ...{ offre: "pro" as string | null, nom: "Pro", mois: 2_900 as number | null, an: 29_000 },
  ...{ facturesParMois: 500, utilisateurs: 10, stockageMo: 10_000, features: ["modeles"], reason },
};

async function aShop() {
  const world = await aBilling();
  const lea = await aSuperAdmin(world.service);
  const priceOf = (key: string) =>
    Object.values(world.stripe.store.sandbox.state.prices).find((one) => one.lookup_key === key);
  const limitOf = async (societeId: string) =>
    (await lea.call<RouterOutputs["console"]["societe"]>("console.societe", { societeId })).droits
      .limits.factures;
  return { ...world, lea, priceOf, limitOf };
}

test("who subscribed keeps their price and their limits; the next one buys the new version", async () => {
  const { service, billing, lea, subscribe, row, priceOf, limitOf } = await aShop();
  const { abonnements } = service.doors;
  const [early, late] = [await aCustomer(service), await aCustomer(service)];
  await subscribe(early.id, "pro_mensuel");
  const before = priceOf("pro_mensuel");

  const changed = { ...pro, facturesParMois: 300 };
  expect(await lea.call("consolePlans.save", changed)).toEqual({ offre: "pro", isPushed: true });
  await abonnements.settled();
  const [shown] = (await lea.call<Public>("plans.list")).filter(({ offre }) => offre === "pro");
  expect(shown).toMatchObject({
    mois: { code: "pro_mensuel_v2", priceHt: 2_900 },
    limits: { factures: 300 },
  });
  expect(priceOf("pro_mensuel")?.id).not.toBe(before?.id);

  await subscribe(late.id, "pro_mensuel_v2");
  await refreshAbonnement(billing, early.id);
  expect(await row(early.id)).toMatchObject({ status: "active", planCode: "pro_mensuel" });
  expect(await row(late.id)).toMatchObject({ status: "active", planCode: "pro_mensuel_v2" });
  expect([await limitOf(early.id), await limitOf(late.id)]).toEqual([500, 300]);
  expect(await limitOf((await aCustomer(service)).id)).toBe(300);

  const offre = await lea.call<Offre>("consolePlans.get", { offre: "pro" });
  expect(offre).toMatchObject({ abonnes: 2, anciens: 1, essais: 1, mrrHt: 5_800 });
  expect(offre.versions.map(({ code, version, abonnes }) => [code, version, abonnes])).toEqual([
    ["pro_mensuel", 1, 1],
    ["pro_mensuel_v2", 2, 1],
    ["pro_annuel", 1, 0],
  ]);
  await billing.comparer.run(null);
  const { ecarts } = await lea.call<RouterOutputs["consoleStripe"]["etat"]>("consoleStripe.etat");
  expect(ecarts).toEqual([]);
});

test("a new offer takes its place by its price, is sold at Stripe at once, and is archived for newcomers only", async () => {
  const { service, lea, subscribe, row, priceOf } = await aShop();
  const starter = { ...pro, offre: null, nom: "Très petit", mois: 500, an: null, reason };
  expect(await lea.call("consolePlans.save", starter)).toEqual({
    offre: "tres_petit",
    isPushed: true,
  });
  const names = async () => (await lea.call<Public>("plans.list")).map(({ nom }) => nom);
  expect(await names()).toEqual(["Gratuit", "Très petit", "Essentiel", "Pro", "Entreprise"]);
  expect(priceOf("tres_petit_mensuel")).toMatchObject({ unit_amount: 500, active: true });
  const { id } = await aCustomer(service);
  await subscribe(id, "tres_petit_mensuel");
  expect(await row(id)).toMatchObject({ status: "active", planCode: "tres_petit_mensuel" });

  expect(await lea.try("consolePlans.save", { ...starter, nom: "tres PETIT" })).toMatchObject({
    refusal: "ACTE_INVALID",
  });
  for (const offre of ["gratuit", "pro"])
    expect(await lea.try("consolePlans.archive", { offre, reason })).toMatchObject({
      refusal: "PLAN_KEPT",
    });
  await lea.call("consolePlans.archive", { offre: "tres_petit", reason });
  expect(await names()).not.toContain("Très petit");
  expect(priceOf("tres_petit_mensuel")).toMatchObject({ active: false });
  expect(await row(id)).toMatchObject({ status: "active", planCode: "tres_petit_mensuel" });
  const { offres } = await lea.call<List>("consolePlans.list");
  expect(offres.find(({ offre }) => offre === "tres_petit")).toMatchObject({
    ...{ isSold: false, abonnes: 1, mrrHt: 500 },
  });
});

test("what nobody holds, and what costs nothing, is changed where it stands; each act says why", async () => {
  const { service, lea, priceOf, limitOf } = await aShop();
  const free = await aCustomer(service);
  const entreprise = { ...pro, offre: "entreprise", nom: "Grand compte", mois: null, an: 120_000 };
  await lea.call("consolePlans.save", entreprise);
  const { offres } = await lea.call<List>("consolePlans.list");
  expect(offres.find(({ offre }) => offre === "entreprise")).toMatchObject({
    ...{ nom: "Grand compte", mois: null, an: { code: "entreprise_annuel", priceHt: 120_000 } },
  });
  expect(priceOf("entreprise_annuel")?.unit_amount).toBe(120_000);
  expect(priceOf("entreprise_mensuel")?.active).toBe(false);

  const gratuit = {
    ...pro,
    offre: "gratuit",
    nom: "Gratuit",
    mois: 0,
    an: null,
    facturesParMois: 8,
  };
  await lea.call("consolePlans.save", { ...gratuit, features: [] });
  await service.doors.abonnements.settled();
  await service.doors.abonnements.change(free.id, async () => {});
  expect((await lea.call<Public>("plans.list"))[0]).toMatchObject({
    ...{ mois: { code: "gratuit", priceHt: 0 }, limits: { factures: 8 } },
  });
  expect(await limitOf(free.id)).toBe(500);

  const refused = await lea.try("consolePlans.save", { ...pro, mois: 10, nom: " ", reason: "" });
  expect(refused).toMatchObject({ status: 422, refusal: "ACTE_INVALID" });
  const bad = await lea.try("consolePlans.save", { ...pro, mois: 10, nom: " " });
  expect(bad.text).toContain('"field":"nom","code":"REQUIRED"');
  expect(bad.text).toContain('"field":"mois","code":"TOO_SMALL_NUMBER"');
  const lines = await service.doors.control.read((db) =>
    db.select().from(actes).where(eq(actes.reason, reason)).orderBy(desc(actes.id)),
  );
  expect(lines.map(({ kind }) => kind)).toEqual(["offre.changed", "offre.changed"]);
});

test("an offer Stripe could not be told of waits to be sold, and says so until it is", async () => {
  const { service, lea, stripe, priceOf } = await aShop();
  const outage = outageOf(stripe);
  outage.fail();
  expect(await lea.call("consolePlans.save", { ...pro, mois: 3_100 })).toEqual({
    ...{ offre: "pro", isPushed: false },
  });
  expect(await lea.call<List>("consolePlans.list")).toMatchObject({ isPushed: false });
  expect(await lea.try("consolePlans.push", { reason })).toMatchObject({
    refusal: "BILLING_UNAVAILABLE",
  });
  outage.mend();
  expect(await lea.call("consolePlans.push", { reason })).toEqual({ steps: 1 });
  expect(await lea.call<List>("consolePlans.list")).toMatchObject({ isPushed: true });
  expect(priceOf("pro_mensuel")?.unit_amount).toBe(3_100);
  await service.doors.abonnements.settled();
});

/** Stripe out of order, then mended. */
function outageOf({ server }: Awaited<ReturnType<typeof aShop>>["stripe"]) {
  return {
    fail: () =>
      server.use(
        http.all("https://api.stripe.com/*", () =>
          HttpResponse.json({ error: {} }, { status: 401 }),
        ),
      ),
    mend: () => server.resetHandlers(),
  };
}
