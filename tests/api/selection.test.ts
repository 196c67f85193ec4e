import { expect, test } from "vitest";
import { totalFactures } from "#server/factures/total-factures";
import { newId } from "#server/id";
import { aLigne, aSociete } from "../support/a-societe.ts";
import { refusalCode, refusalOf } from "../support/refused.ts";

const common = { method: "virement", receivedOn: "2026-03-02" } as const;
const aKey = () => newId().slice(0, 20);

test("a selection comes to its documents less its avoirs, whatever the size of a slice", async () => {
  const { caller, anIssued, aBrouillon, tenant, clock } = await aSociete();
  const issued = [];
  for (let nb = 1; nb <= 5; nb++)
    issued.push(await anIssued({ lignes: [aLigne({ unitPriceHt: nb * 100_000_000 })] }));
  await aBrouillon();
  const [one, two] = issued.map(({ factureId }) => factureId) as [string, string];
  await caller.reglements.record({
    ...{ factureId: one, amount: 4_000, ...common },
    idempotencyKey: newId(),
  });
  await caller.factures.cancel({ factureId: two, motif: "Doublon", idempotencyKey: newId() });

  const all = await caller.factures.totals({});
  const { rows } = await caller.factures.list({});
  const sign = (type: string) => (type === "avoir" ? -1 : 1);
  expect(all).toMatchObject({
    nb: 7,
    nbBrouillons: 1,
    nbOuvertes: 4,
    ttc: rows.reduce((sum, { type, totalTtc }) => sum + sign(type) * (totalTtc ?? 0), 0),
    reste: rows.reduce((sum, { settlement }) => sum + (settlement?.reste ?? 0), 0),
  });
  expect((all.ht ?? 0) + (all.tva ?? 0)).toBe(all.ttc);
  const query = { q: "", type: null, status: null, settlement: null, clientId: null, from: null };
  const rest = { until: null, dueFrom: null, dueUntil: null, paidFrom: null, paidUntil: null };
  const selection = { ...query, ...rest, minTtc: null, maxTtc: null, sight: null };
  for (const size of [1, 2, 3, 7])
    expect(await totalFactures(tenant, selection, clock(), size)).toEqual(all);

  expect(await caller.factures.totals({ ids: [one] })).toMatchObject({ nb: 1, reste: 8_000 });
  expect(await caller.factures.totals({ status: "brouillon" })).toMatchObject({ nb: 1, reste: 0 });
  const { rows: open } = await caller.factures.selected({ settlement: "ouverte" });
  expect(open.map(({ reste }) => reste)).toEqual([8_000, 36_000, 48_000, 60_000]);
});

test("who sees their own amounts only is told no sum, and reads no colleague's balance", async () => {
  const { caller, anIssued, as } = await aSociete();
  const { factureId } = await anIssued();
  const employe = as("employe", "Théo", { maySeeOthersAmounts: false });
  expect(await employe.factures.totals({})).toMatchObject({
    nb: 1,
    ht: null,
    ttc: null,
    reste: null,
  });
  expect((await employe.factures.selected({})).rows).toMatchObject([
    { id: factureId, reste: null },
  ]);
  const paid = { reglements: [{ factureId, amount: 100 }], ...common, idempotencyKey: aKey() };
  expect((await employe.reglements.recordMany(paid)).lignes).toMatchObject([
    { refusal: "AMOUNTS_HIDDEN" },
  ]);
  expect((await caller.factures.get({ factureId })).settlement).toMatchObject({ reste: 12_000 });
});

test("one payment on several factures is as many règlements: refused lines stop no other, a retry pays nothing twice", async () => {
  const { caller, anIssued } = await aSociete();
  const issued = [await anIssued(), await anIssued(), await anIssued()];
  const [first, second, third] = issued.map(({ factureId }) => factureId) as [
    string,
    string,
    string,
  ];
  const many = {
    ...common,
    reference: "REMISE 12",
    idempotencyKey: aKey(),
    reglements: [
      { factureId: first, amount: 12_000 },
      { factureId: newId(), amount: 12_000 },
      { factureId: second, amount: 12_001 },
      { factureId: third, amount: 5_000 },
    ],
  };
  const answers = [
    await caller.reglements.recordMany(many),
    await caller.reglements.recordMany(many),
  ];
  for (const { lignes } of answers)
    expect(lignes).toEqual([
      { refusal: null, details: {} },
      { refusal: "FACTURE_NOT_FOUND", details: {} },
      { refusal: "REGLEMENT_EXCEEDS", details: { resteTtc: 12_000 } },
      { refusal: null, details: {} },
    ]);
  const { rows } = await caller.factures.selected({});
  expect(rows.map(({ reste }) => reste)).toEqual([0, 12_000, 7_000]);
  expect(
    await refusalCode(
      caller.reglements
        .recordMany({ ...many, reference: "AUTRE" })
        .then(({ lignes }) =>
          Promise.reject({ cause: { name: "Refusal", code: lignes[0]?.refusal } }),
        ),
    ),
  ).toBe("IDEMPOTENCY_MISMATCH");
});

test("several brouillons are thrown away, and no issued facture with them", async () => {
  const { caller, anIssued, aBrouillon } = await aSociete();
  const { factureId } = await anIssued();
  const factureIds = [(await aBrouillon()).factureId, factureId, (await aBrouillon()).factureId];
  const { lignes } = await caller.factures.discardMany({ factureIds });
  expect(lignes.map(({ refusal }) => refusal)).toEqual([null, "FACTURE_ALREADY_ISSUED", null]);
  expect((await caller.factures.list({})).rows).toMatchObject([{ id: factureId }]);
});

test("clients and produits leave the lists together, and come back together", async () => {
  const { caller, aClient, aProduit } = await aSociete();
  const clientIds = [
    (await aClient({ nom: "Un" })).clientId,
    (await aClient({ nom: "Deux" })).clientId,
  ];
  const produitIds = [(await aProduit()).produitId];
  const archived = async (isArchived: boolean) => {
    await caller.clients.archiveMany({ clientIds, isArchived });
    await caller.produits.archiveMany({ produitIds, isArchived });
    const clients = (await caller.clients.list({ isArchived })).rows.map(({ id }) => id);
    const produits = (await caller.produits.list({ isArchived })).rows.map(({ id }) => id);
    return [...clientIds, ...produitIds].every((id) => [...clients, ...produits].includes(id));
  };
  expect(await archived(true)).toBe(true);
  expect(await archived(false)).toBe(true);
});

test("files are those of issued documents, and an empty or endless selection is refused", async () => {
  const { caller, anIssued, aBrouillon, as } = await aSociete();
  const { factureId, number } = await anIssued();
  const draft = await aBrouillon();
  const { documents } = await caller.factures.zip({ ids: [factureId, draft.factureId] });
  expect(documents).toEqual([{ id: factureId, number }]);
  expect(await refusalCode(caller.factures.zip({ ids: [draft.factureId] }))).toBe(
    "SELECTION_EMPTY",
  );
  expect((await refusalOf(as("employe").factures.zip({}))).code).toBe("ROLE_FORBIDDEN");
});
