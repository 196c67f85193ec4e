import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "#server/id";
import { aLigne, aSociete, type Societe } from "../support/a-societe.ts";
import { refusalCode } from "../support/refused.ts";

type Query = Parameters<Societe["caller"]["factures"]["list"]>[0];

async function allPages({ caller }: Pick<Societe, "caller">, query: Query) {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await caller.factures.list({ ...query, cursor });
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor !== null);
  return seen;
}

const numbersFound = async ({ caller }: Pick<Societe, "caller">, query: Query) =>
  (await caller.factures.list(query)).rows.map(({ number }) => number);

test("pages of factures follow one another in every order, brouillons first by date", async () => {
  const societe = await aSociete();
  const { anIssued, aBrouillon, wait, caller } = societe;
  for (let i = 0; i < 58; i++) {
    if (i % 3 === 0) wait(86_400_000);
    await anIssued({ lignes: [aLigne({ unitPriceHt: (1 + (i % 5)) * 1_000_000 })] });
  }
  const drafts = [await aBrouillon(), await aBrouillon()];

  for (const sort of ["date", "echeance", "client", "total"] as const)
    for (const dir of ["asc", "desc"] as const)
      expect(new Set(await allPages(societe, { sort, dir })).size).toBe(60);

  const { rows, total } = await caller.factures.list({});
  expect(total).toEqual({ nb: 60, isCapped: false });
  expect(rows.slice(0, 2).map(({ id }) => id)).toEqual(
    drafts.map(({ factureId }) => factureId).reverse(),
  );
  expect(rows.slice(2, 5).map(({ number }) => number)).toEqual([
    "F-2026-00058",
    "F-2026-00057",
    "F-2026-00056",
  ]);
});

test("a facture is found by its number, its rank, its client or its exact amount", async () => {
  const societe = await aSociete();
  const { anIssued, aClient } = societe;
  const { clientId } = await aClient({ nom: "Résidence Les Tilleuls" });
  await anIssued();
  await anIssued({ clientId, lignes: [aLigne({ unitPriceHt: 4_010_000_000 })] });

  for (const q of [
    "F-2026-00002",
    "f-2026-00002",
    "2",
    "tilleuls",
    "4812,00",
    "4 812,00 €",
    "residence til",
  ])
    expect([q, await numbersFound(societe, { q })]).toEqual([q, ["F-2026-00002"]]);
  expect(await numbersFound(societe, { q: "F-2026" })).toHaveLength(2);
  expect(await numbersFound(societe, { q: "zzz" })).toEqual([]);
  const palette = await societe.caller.recherche.all({ q: "tilleuls" });
  expect(palette).toMatchObject({
    clients: [{ nom: "Résidence Les Tilleuls" }],
    factures: [{ number: "F-2026-00002" }],
    produits: [],
  });
});

test("a facture is found by its subject, issued or not, as long as it has it", async () => {
  const societe = await aSociete();
  const { caller, anIssued, aBrouillon } = societe;
  await anIssued({ subject: "Œuvre d’art : l’Été à Łódź" });
  await anIssued({ subject: "Œuvre d’art, lot 2" });
  await anIssued({ subject: "" });
  for (const q of ["OEUVRE ete", "d'art : l'ÉTÉ", "œuvre łódź", "lodz", "euv à ete"])
    expect([q, await numbersFound(societe, { q })]).toEqual([q, ["F-2026-00001"]]);
  expect(await numbersFound(societe, { q: "oeuvre 2" })).toEqual(["F-2026-00002"]);
  for (const q of ['oeuvre" OR "lot', "œ", "oeuvre 3"])
    expect([q, await numbersFound(societe, { q })]).toEqual([q, []]);

  const { factureId } = await aBrouillon({ subject: "Terrasse en mélèze" });
  const find = async (q: string) => (await caller.recherche.all({ q })).factures;
  expect(await find("meleze")).toMatchObject([{ id: factureId, subject: "Terrasse en mélèze" }]);
  await caller.factures.discard({ factureId });
  expect(await find("meleze")).toEqual([]);
  const left = await societe.tenant.read((db) =>
    db.all<{ subject: string }>(sql`SELECT subject FROM objets ORDER BY subject`),
  );
  expect(left.map(({ subject }) => subject)).toEqual([
    "Œuvre d’art : l’Été à Łódź",
    "Œuvre d’art, lot 2",
  ]);
});

test("filters keep what they say: status, settlement, period, client, amount", async () => {
  const societe = await aSociete();
  const { caller, anIssued, aBrouillon, aClient, setClock } = societe;
  const late = await anIssued({ echeance: { mode: "jours", days: 10 } });
  const paid = await anIssued({ lignes: [aLigne({ unitPriceHt: 200_000_000 })] });
  const partial = await anIssued();
  await aBrouillon();
  setClock("2026-03-20T10:00:00Z");
  const { clientId } = await aClient({ nom: "Autre" });
  const open = await anIssued({ clientId });
  const pay = (factureId: string, amount: number) =>
    caller.reglements.record({
      ...{ factureId, amount, method: "cheque", receivedOn: "2026-03-19" },
      idempotencyKey: newId(),
    });
  await pay(paid.factureId, 24_000);
  await pay(partial.factureId, 1);

  expect(await numbersFound(societe, { settlement: "en_retard" })).toEqual([late.number]);
  expect(await numbersFound(societe, { settlement: "payee" })).toEqual([paid.number]);
  expect(await numbersFound(societe, { settlement: "partielle" })).toEqual([partial.number]);
  expect(await numbersFound(societe, { settlement: "a_payer" })).toEqual([open.number]);
  expect(await numbersFound(societe, { settlement: "ouverte" })).toHaveLength(3);
  expect(await numbersFound(societe, { status: "brouillon" })).toEqual([null]);
  expect(await numbersFound(societe, { from: "2026-03-20", until: "2026-03-20" })).toEqual([
    open.number,
  ]);
  expect(await numbersFound(societe, { clientId })).toEqual([open.number]);
  expect(await numbersFound(societe, { minTtc: 12_001 })).toEqual([paid.number]);
  const summary = await caller.factures.summary({ fromMonth: "2026-03", untilMonth: "2026-03" });
  expect(summary).toMatchObject({
    periode: { nbFactures: 4, totalTtc: 60_000, encaisseTtc: 24_001 },
    enRetard: { nb: 1, ttc: 12_000 },
    aEchoir: { nb: 2, ttc: 23_999 },
    counts: { brouillons: 1, factures: 4, ouvertes: 3, enRetard: 1, partielles: 1, payees: 1 },
  });
});

test("a brouillon is copied from any facture, without its days", async () => {
  const { caller, anIssued } = await aSociete();
  const { factureId } = await anIssued({ subject: "Menuiseries", deliveredOn: "2026-03-01" });
  const copy = await caller.factures.duplicate({ factureId });
  const { facture, content } = await caller.factures.get({ factureId: copy.factureId });
  expect(facture).toMatchObject({ status: "brouillon", number: null, totalTtc: 12_000 });
  expect(content).toMatchObject({ subject: "Menuiseries", deliveredOn: null });
});

test("a sheet is read back exactly as it was saved", async () => {
  const { caller, aBrouillon, aProduit } = await aSociete();
  const { factureId } = await aBrouillon();
  const { produitId } = await aProduit();
  const remise = { sens: "remise", mode: "pourcent", valeur: 250, motif: "Fidélité" } as const;
  const { clientId } = await caller.factures.get({ factureId }).then(({ facture }) => facture);
  const content = {
    clientId,
    subject: "Menuiseries « bâtiment B »",
    purchaseOrder: "HDP-1187",
    buyerReference: "REF",
    operation: "standard",
    exemptionArticle: "",
    deliveredOn: "2026-02-27",
    echeance: { mode: "fin_de_mois", days: 45 },
    shipTo: {
      name: "Chantier",
      line1: "1 rue",
      line2: "",
      zip: "86000",
      city: "Poitiers",
      country: "FR",
    },
    note: "Deux\nlignes",
    lignes: [
      aLigne({ kind: "section", designation: "Pose" }),
      aLigne({ produitId, quantity: 425_000, ajustements: [remise] }),
      aLigne({ kind: "texte", designation: "Merci" }),
    ],
    ajustements: [{ sens: "frais", mode: "montant", valeur: 1_500, motif: "Port" }],
  } satisfies Parameters<typeof caller.factures.update>[0]["content"];
  const saved = await caller.factures.update({ factureId, version: 1, content });
  const read = await caller.factures.get({ factureId });
  expect(read.content).toEqual(content);
  expect(read.facture).toMatchObject({ version: 2, totalTtc: saved.totals.totalTtc });
  await caller.factures.update({ factureId, version: 2, content: { ...content, lignes: [] } });
  expect((await caller.factures.get({ factureId })).content.lignes).toEqual([]);
});

test("a sheet of 1,000 lignes is held, one of 1,001 or beyond all amounts is refused", async () => {
  const { caller, aBrouillon, anIssued } = await aSociete();
  const lignes = (count: number) => Array.from({ length: count }, () => aLigne());
  const { factureId } = await aBrouillon({ lignes: lignes(1_000) });
  expect((await caller.factures.get({ factureId })).facture.totalTtc).toBe(12_000_000);
  await expect(aBrouillon({ lignes: lignes(1_001) })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  const huge = aLigne({ quantity: 9_999_999_990_000, unitPriceHt: 999_999_999_000_000 });
  expect(await refusalCode(aBrouillon({ lignes: [huge] }))).toBe("FACTURE_INVALID");
  expect((await anIssued({ lignes: lignes(1_000) })).number).toBe("F-2026-00001");
});
