import { expect, test } from "vitest";
import { archives } from "#db/tenant/schema/archives";
import { entitlements } from "#db/tenant/schema/entitlements";
import { GRACE_MS, type PlanTerms, type Terms } from "#server/domain/quota";
import { newId } from "#server/id";
import { aSociete, type Societe } from "../support/a-societe.ts";
import { aPlan, freeTerms } from "../support/quota-terms.ts";
import { refusalCode, refusalOf } from "../support/refused.ts";

const DAY = 86_400_000;

/** What was bought changes: the société's own copy, as the copier writes it. */
const receive = ({ tenant }: Societe, terms: Terms) =>
  tenant.write((tx) =>
    tx.insert(entitlements).values({ version: terms.version, terms, receivedAt: 0 }),
  );

const withModels: PlanTerms = { ...aPlan("pro_mensuel", 500), features: ["modeles"] };

const unpaidSince = (since: number): Terms => ({
  ...freeTerms(5),
  subscription: {
    status: "unpaid",
    plan: withModels,
    interval: "mois",
    periodStart: since,
    periodEnd: since + 30 * DAY,
    anchorAt: since,
    cancelAt: null,
    endedAt: null,
    pastDueSince: since,
    pending: null,
    dueTtc: 3_480,
    dueUrl: "https://pay.example/1",
  },
});

async function aReadOnly() {
  const societe = await aSociete();
  const issued = await societe.anIssued();
  const since = societe.clock().at - 20 * DAY;
  await receive(societe, unpaidSince(since));
  return { ...societe, issued, since };
}

test("in read-only nothing is issued, in one act or in two, and the refusal says since when", async () => {
  const { caller, aBrouillon, anIssued, since } = await aReadOnly();
  const { factureId, version } = await aBrouillon();
  const issue = caller.factures.issue({ factureId, version, idempotencyKey: newId() });
  expect(await refusalOf(issue)).toMatchObject({
    code: "SUBSCRIPTION_READ_ONLY",
    details: { since: since + GRACE_MS, planCode: "pro_mensuel" },
  });
  expect(await refusalCode(anIssued())).toBe("SUBSCRIPTION_READ_ONLY");
  expect((await caller.factures.numbers({ exercice: 2026 })).proof.count).toBe(1);
});

test("in read-only everything is still read, found and taken away", async () => {
  const { caller, as, issued } = await aReadOnly();
  const { factureId, number } = issued;
  const reader = as("comptable");
  expect((await reader.factures.get({ factureId })).snapshot?.number).toBe(number);
  expect((await reader.factures.document({ factureId })).xml).toContain(number);
  expect((await caller.factures.list({})).rows).toHaveLength(1);
  expect((await caller.recherche.all({ q: number })).factures).toHaveLength(1);
  expect((await caller.journal.verify()).fault).toBeNull();
});

test("in read-only a facture is still cancelled by an avoir", async () => {
  const { caller, issued } = await aReadOnly();
  const { factureId } = issued;
  const cancel = { factureId, motif: "Erreur", idempotencyKey: newId() };
  expect((await caller.factures.cancel(cancel)).number).toBe("A-2026-00001");
});

test("in read-only a payment received is still recorded, and reversed", async () => {
  const { caller, issued } = await aReadOnly();
  const { reglementId } = await caller.reglements.record({
    factureId: issued.factureId,
    sens: "encaissement",
    amount: 1_000,
    method: "virement",
    receivedOn: "2026-03-02",
    reference: "",
    idempotencyKey: newId(),
  });
  await caller.reglements.reverse({ reglementId, motif: "Chèque impayé" });
});

test("in read-only clients, produits, settings and brouillons are still written", async () => {
  const { aClient, aProduit, aBrouillon, caller } = await aReadOnly();
  await aClient({ nom: "Cabinet Fabre", siren: "" });
  await aProduit();
  await aBrouillon();
  await caller.societe.updateSeries({
    code: "avoir",
    pattern: "AVR-{annee}-{rang:5}",
    reset: "yearly",
  });
});

test("avoirs and brouillons count for nothing, and an avoir gives no facture back", async () => {
  const societe = await aSociete({ terms: freeTerms(2) });
  const { caller, anIssued, aBrouillon } = societe;
  const { factureId } = await anIssued();
  await aBrouillon();
  await caller.factures.cancel({ factureId, motif: "Erreur", idempotencyKey: newId() });
  expect(await caller.abonnement.usage()).toMatchObject({ used: 1, limit: 2 });
  await anIssued();
  expect(await refusalCode(anIssued())).toBe("QUOTA_REACHED");
});

test("the next window begins at nothing used, and issuing goes on", async () => {
  const { caller, anIssued, setClock } = await aSociete({
    at: "2026-03-31T21:59:59Z",
    terms: freeTerms(1),
  });
  await anIssued();
  const before = await caller.abonnement.usage();
  expect(before).toMatchObject({ used: 1, limit: 1, access: "full" });
  expect(before.window.until).toBe(Date.parse("2026-03-31T22:00:00Z"));
  expect(before.notices).toMatchObject([{ kind: "quota", level: 100 }]);
  setClock("2026-03-31T22:00:00Z");
  expect(await caller.abonnement.usage()).toMatchObject({ used: 0, notices: [] });
  await anIssued();
});

test("everybody sees what is used and what presses; only who may pay is led to the bill", async () => {
  const { as } = await aReadOnly();
  const seen = async (role: "admin" | "employe" | "comptable") =>
    (await as(role).abonnement.usage()).notices;
  expect(await seen("admin")).toMatchObject([
    { kind: "lecture_seule", dueTtc: 3_480, dueUrl: "https://pay.example/1" },
  ]);
  expect(await seen("employe")).toMatchObject([{ kind: "lecture_seule", dueUrl: null }]);
  expect(await seen("comptable")).toMatchObject([{ kind: "lecture_seule", dueUrl: null }]);
  expect(await refusalCode(as("employe").abonnement.get())).toBe("ROLE_FORBIDDEN");
  expect(await refusalCode(as("comptable").abonnement.get())).toBe("ROLE_FORBIDDEN");
});

const marque = { accent: "#1d4e89", second: "#c9a227", window: "right", police: "inter" } as const;

test("a plan without the other templates keeps to Sobre, and says which plan has them", async () => {
  const terms: Terms = { ...freeTerms(5), ladder: [aPlan("gratuit", 5), withModels] };
  const { caller } = await aSociete({ terms });
  const chosen = caller.societe.updateMarque({ ...marque, template: "bandeau" });
  expect(await refusalOf(chosen)).toMatchObject({
    code: "FEATURE_NOT_IN_PLAN",
    details: { feature: "modeles", planCode: "gratuit", nextCode: "pro_mensuel" },
  });
  await caller.societe.updateMarque({ ...marque, template: "sobre", accent: "#8a3b12" });
});

test("a smaller plan keeps the template chosen under a larger one, until another is wanted", async () => {
  const societe = await aSociete();
  const { caller } = societe;
  await caller.societe.updateMarque({ ...marque, template: "atelier" });
  await receive(societe, freeTerms(5));
  await caller.societe.updateMarque({ ...marque, template: "atelier", window: "left" });
  const other = caller.societe.updateMarque({ ...marque, template: "bandeau" });
  expect(await refusalCode(other)).toBe("FEATURE_NOT_IN_PLAN");
  await caller.societe.updateMarque({ ...marque, template: "sobre" });
  const back = caller.societe.updateMarque({ ...marque, template: "atelier" });
  expect(await refusalCode(back)).toBe("FEATURE_NOT_IN_PLAN");
});

/** One red pixel. */
const logo = {
  dataBase64:
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==",
};

test("when the space is full a logo is refused and factures are still issued", async () => {
  const free = freeTerms(5);
  const limits = { ...free.free.limits, stockage: 100 };
  const societe = await aSociete({ terms: { ...free, free: { ...free.free, limits } } });
  const { caller, tenant, anIssued } = societe;
  await caller.societe.setLogo(logo);
  const { factureId } = await anIssued();
  const row = { pdfSha256: "0".repeat(64), bytes: 100_000_000, archivedAt: 0 };
  await tenant.write((tx) => tx.insert(archives).values({ factureId, ...row }));
  expect(await refusalOf(caller.societe.setLogo(logo))).toMatchObject({
    code: "STORAGE_REACHED",
    details: { limit: 100, planCode: "gratuit" },
  });
  await caller.societe.removeLogo();
  await anIssued();
});
