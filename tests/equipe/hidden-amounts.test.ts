import { beforeEach, expect, test } from "vitest";
import { newId } from "#server/id";
import { aLigne, aSociete, type Societe } from "../support/a-societe.ts";
import { refusalOf } from "../support/refused.ts";

const hidden = { maySeeOthersAmounts: false };
let societe: Societe;
let mine: { readonly factureId: string; readonly number: string };
let theirs: { readonly factureId: string; readonly number: string };

const restricted = () => societe.as("employe", "Mona Keller", hidden);

/** 120 € drafted and issued by Mona, 240 € by Claire. */
beforeEach(async () => {
  societe = await aSociete();
  const content = (cents: number) => ({
    content: {
      ...anyContent,
      clientId: societe.clientId,
      lignes: [aLigne({ unitPriceHt: cents })],
    },
    idempotencyKey: newId(),
  });
  mine = await restricted().factures.issueContent(content(100_000_000));
  theirs = await societe.caller.factures.issueContent(content(200_000_000));
});

const anyContent = {
  subject: "",
  purchaseOrder: "",
  buyerReference: "",
  operation: "standard" as const,
  exemptionArticle: "",
  deliveredOn: null,
  echeance: { mode: "jours" as const, days: 30 },
  shipTo: null,
  note: "",
  ajustements: [],
};

const totals = (rows: readonly { id: string; totalTtc: number | null }[]) =>
  Object.fromEntries(
    rows.map(({ id, totalTtc }) => [id === mine.factureId ? "mine" : "theirs", totalTtc]),
  );

test("the list tells everything of one's own documents, and no amount of the others", async () => {
  const { rows } = await restricted().factures.list({});
  expect(totals(rows)).toEqual({ mine: 12_000, theirs: null });
  const other = rows.find(({ id }) => id === theirs.factureId);
  expect(other).toMatchObject({
    number: theirs.number,
    clientNom: "Hôtel du Parc",
    settlement: { status: "a_payer", reste: null },
  });
  expect(JSON.stringify(rows)).not.toContain("24000");
  expect(totals((await societe.caller.factures.list({})).rows)).toEqual({
    mine: 12_000,
    theirs: 24_000,
  });
});

test("a question about amounts is answered with one's own documents only", async () => {
  const caller = restricted();
  for (const query of [
    { minTtc: 20_000 },
    { maxTtc: 1_000_000 },
    { sort: "total" as const },
    { q: "240,00" },
  ]) {
    const { rows, total } = await caller.factures.list(query);
    expect(rows.every(({ id }) => id === mine.factureId)).toBe(true);
    expect(total.nb).toBe(rows.length);
  }
  expect((await caller.factures.list({ q: "120,00" })).rows).toHaveLength(1);
  expect((await caller.factures.list({ q: theirs.number })).rows).toHaveLength(1);
});

test("the palette finds the others' documents without their amounts", async () => {
  const { factures } = await restricted().recherche.all({ q: "Hôtel" });
  expect(totals(factures)).toEqual({ mine: 12_000, theirs: null });
  expect((await restricted().recherche.all({ q: "240,00" })).factures).toEqual([]);
  expect((await societe.caller.recherche.all({ q: "240,00" })).factures).toHaveLength(1);
});

test("sums that hold the others' amounts are not told", async () => {
  const { periode, aEchoir, enRetard, counts } = await restricted().factures.summary({});
  expect(periode).toMatchObject({ nbFactures: 2, totalHt: null, totalTva: null, totalTtc: null });
  expect([periode.encaisseTtc, aEchoir.ttc, enRetard.ttc]).toEqual([null, null, null]);
  expect(counts).toMatchObject({ factures: 2, ouvertes: 2 });
  const { ventes } = await restricted().clients.get({ clientId: societe.clientId });
  expect(ventes).toEqual({ nbFactures: 2, factureTtc: null, resteTtc: null });
});

test("a colleague's document can neither be opened, downloaded, copied, paid nor corrected", async () => {
  const caller = restricted();
  const { factureId } = theirs;
  const key = { idempotencyKey: newId() };
  const paid = { amount: 100, method: "virement", receivedOn: "2026-03-02" } as const;
  for (const attempt of [
    () => caller.factures.get({ factureId }),
    () => caller.factures.document({ factureId }),
    () => caller.factures.check({ factureId }),
    () => caller.factures.duplicate({ factureId }),
    () => caller.factures.cancel({ factureId, motif: "Erreur", ...key }),
    () => caller.reglements.record({ factureId, ...paid, ...key }),
  ])
    expect(await refusalOf(attempt())).toMatchObject({
      code: "AMOUNTS_HIDDEN",
      details: { auteur: "Claire Aubry" },
    });
  expect(await refusalOf(caller.factures.get({ factureId: newId() }))).toMatchObject({
    code: "FACTURE_NOT_FOUND",
  });
});

test("a règlement on a colleague's facture cannot be reversed either", async () => {
  const { factureId } = theirs;
  const paid = { amount: 100, method: "virement", receivedOn: "2026-03-02" } as const;
  const { reglementId } = await societe.caller.reglements.record({
    factureId,
    ...paid,
    idempotencyKey: newId(),
  });
  const reversal = restricted().reglements.reverse({ reglementId, motif: "Rejet" });
  expect(await refusalOf(reversal)).toMatchObject({ code: "AMOUNTS_HIDDEN" });
});

test("an avoir belongs to the author of the facture it corrects, whoever made it", async () => {
  const cancel = ({ factureId }: { factureId: string }) =>
    societe.caller.factures.cancel({ factureId, motif: "Erreur", idempotencyKey: newId() });
  const [ofMine, ofTheirs] = [await cancel(mine), await cancel(theirs)];
  const caller = restricted();
  const { facture } = await caller.factures.get({ factureId: ofMine.avoirId });
  expect(facture.totalTtc).toBe(12_000);
  const other = caller.factures.get({ factureId: ofTheirs.avoirId });
  expect(await refusalOf(other)).toMatchObject({ code: "AMOUNTS_HIDDEN" });
  const { rows } = await caller.factures.list({ type: "avoir" });
  expect(rows.map(({ totalTtc }) => totalTtc).sort()).toEqual([12_000, null]);
});

test("what an employé drafted stays theirs when somebody else finishes it", async () => {
  const caller = restricted();
  const { factureId, version } = await caller.factures.draft({
    content: { ...anyContent, clientId: societe.clientId, lignes: [aLigne()] },
  });
  await societe.caller.factures.issue({ factureId, version, idempotencyKey: newId() });
  expect((await caller.factures.get({ factureId })).facture.totalTtc).toBe(12_000);
});

test("an employé who may not issue prepares, and is refused the number", async () => {
  const caller = societe.as("employe", "Mona Keller", { mayIssue: false });
  const drafted = await caller.factures.draft({
    content: { ...anyContent, clientId: societe.clientId, lignes: [aLigne()] },
  });
  const { factureId, version } = drafted;
  const refused = { code: "ROLE_FORBIDDEN", details: { permission: "factures.issue" } };
  const issue = caller.factures.issue({ factureId, version, idempotencyKey: newId() });
  expect(await refusalOf(issue)).toMatchObject(refused);
  const cancel = { factureId: theirs.factureId, motif: "Erreur", idempotencyKey: newId() };
  expect(await refusalOf(caller.factures.cancel(cancel))).toMatchObject(refused);
});
