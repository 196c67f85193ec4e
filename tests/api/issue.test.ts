import { expect, test } from "vitest";
import { entitlements } from "#db/tenant/schema/entitlements";
import { newId } from "#server/id";
import { aLigne, aSociete, type Societe } from "../support/a-societe.ts";
import { freeTerms } from "../support/quota-terms.ts";
import { refusalCode, refusalOf, refusedFields } from "../support/refused.ts";

const numbersOf = async ({ caller }: Pick<Societe, "caller">) => {
  const { rows, proof } = await caller.factures.numbers({ exercice: 2026 });
  return { numbers: rows.map(({ number }) => number), proof };
};

test("an issued facture carries the next number, its XML and its place in the chain", async () => {
  const { caller, aBrouillon } = await aSociete();
  const { factureId, version } = await aBrouillon();

  const issued = await caller.factures.issue({ factureId, version, idempotencyKey: newId() });

  expect(issued).toEqual({ factureId, number: "F-2026-00001", issuedOn: "2026-03-02" });
  const { facture, snapshot, settlement, timeline } = await caller.factures.get({ factureId });
  expect(facture).toMatchObject({ status: "emise", totalTtc: 12_000, dueOn: "2026-04-01" });
  expect(snapshot?.number).toBe("F-2026-00001");
  expect(settlement).toMatchObject({ reste: 12_000, status: "a_payer" });
  expect(timeline.map(({ kind }) => kind)).toEqual(["facture.issued", "facture.drafted"]);
  expect((await caller.factures.document({ factureId })).xml).toContain("F-2026-00001");
  expect((await caller.journal.verify()).fault).toBeNull();
});

test("fifty clicks on « Émettre » at once give one facture and one number", async () => {
  const societe = await aSociete();
  const { caller, aBrouillon } = societe;
  const { factureId, version } = await aBrouillon();

  const calls = Array.from({ length: 50 }, () =>
    caller.factures.issue({ factureId, version, idempotencyKey: newId() }),
  );
  const outcomes = await Promise.allSettled(calls);

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(new Set(refused.map(({ reason }) => reason.cause.code))).toEqual(
    new Set(["FACTURE_ALREADY_ISSUED"]),
  );
  expect(await numbersOf(societe)).toMatchObject({
    numbers: ["F-2026-00001"],
    proof: { count: 1, gaps: 0 },
  });
});

test("fifty brouillons issued at the same instant carry fifty numbers without a gap", async () => {
  const societe = await aSociete();
  const { caller, aBrouillon, tenant } = societe;
  const drafts = [];
  for (let i = 0; i < 50; i++) drafts.push(await aBrouillon());

  await Promise.all(
    drafts.map(({ factureId, version }) =>
      caller.factures.issue({ factureId, version, idempotencyKey: newId() }),
    ),
  );

  const { numbers, proof } = await numbersOf(societe);
  expect(numbers).toEqual(
    Array.from({ length: 50 }, (_, i) => `F-2026-${String(i + 1).padStart(5, "0")}`),
  );
  expect(proof).toEqual({ count: 50, first: 1, last: 50, dernier: 50, gaps: 0 });
  expect(await caller.journal.verify()).toMatchObject({ documents: 50, fault: null });
  expect(tenant.societeId).toMatch(/^[0-9a-f]{32}$/);
});

test("the retry of a lost answer gets the facture already issued", async () => {
  const societe = await aSociete();
  const { caller, aBrouillon } = societe;
  const { factureId, version } = await aBrouillon();
  const issue = { factureId, version, idempotencyKey: newId() };

  const [first, second] = await Promise.all([
    caller.factures.issue(issue),
    caller.factures.issue(issue),
  ]);
  expect(second).toEqual(first);
  expect(await caller.factures.issue(issue)).toEqual(first);
  expect((await numbersOf(societe)).proof.count).toBe(1);
});

test("a key that comes back with another request is refused", async () => {
  const { caller, aBrouillon } = await aSociete();
  const [one, other] = [await aBrouillon(), await aBrouillon()];
  const idempotencyKey = newId();
  await caller.factures.issue({ factureId: one.factureId, version: 1, idempotencyKey });
  const reused = caller.factures.issue({ factureId: other.factureId, version: 1, idempotencyKey });
  expect(await refusalCode(reused)).toBe("IDEMPOTENCY_MISMATCH");
});

test("a refused issue draws no number and leaves no trace", async () => {
  const societe = await aSociete();
  const { caller, aBrouillon } = societe;
  const empty = await aBrouillon({ lignes: [] });
  const good = await aBrouillon();

  const before = await caller.journal.verify();
  const issue = caller.factures.issue({ ...ref(empty), idempotencyKey: newId() });
  expect(await refusedFields(issue)).toEqual(["lignes LIGNES_EMPTY"]);
  expect(await caller.journal.verify()).toEqual(before);

  await caller.factures.issue({ ...ref(good), idempotencyKey: newId() });
  expect(await numbersOf(societe)).toMatchObject({
    numbers: ["F-2026-00001"],
    proof: { gaps: 0 },
  });
});

const ref = ({ factureId, version }: { factureId: string; version: number }) => ({
  factureId,
  version,
});

test("issuing explains what the société and the client still miss, field by field", async () => {
  const { caller } = await aSociete({ isFurnished: false });
  const { clientId } = await caller.clients.create({
    type: "professionnel",
    nom: "Sans SIREN",
    address: { line1: "", line2: "", zip: "", city: "Lyon", country: "FR" },
  });
  const { factureId, version } = await caller.factures.draft({ clientId });

  const issue = caller.factures.issue({ factureId, version, idempotencyKey: newId() });
  const fields = await refusedFields(issue);

  expect(fields).toContain("emetteur.siren REQUIRED");
  expect(fields).toContain("client.siren REQUIRED");
  expect(fields).toContain("client.address.zip REQUIRED");
  expect(fields).toContain("lignes LIGNES_EMPTY");
  const check = await caller.factures.check({ factureId });
  expect(check.problems.map(({ field, code }) => `${field} ${code}`)).toEqual(fields);
  expect(check.number).toBe("F-2026-00001");
});

test("what a person did not see is not issued: a colleague changed the brouillon meanwhile", async () => {
  const { caller, as, aBrouillon } = await aSociete();
  const { factureId } = await aBrouillon();
  const { content } = await caller.factures.get({ factureId });
  const typed = { ...content, subject: "Bâtiment B" } as Parameters<
    typeof caller.factures.update
  >[0]["content"];
  await as("employe", "Mona Keller").factures.update({ factureId, version: 1, content: typed });

  const issue = caller.factures.issue({ factureId, version: 1, idempotencyKey: newId() });
  expect(await refusalOf(issue)).toMatchObject({
    code: "VERSION_CONFLICT",
    details: { version: 2, author: "Mona Keller" },
  });
  const save = caller.factures.update({ factureId, version: 1, content: typed });
  expect(await refusalCode(save)).toBe("VERSION_CONFLICT");
});

test("numbers begin again each year, in the order of the days", async () => {
  const { anIssued, setClock, caller } = await aSociete({ at: "2026-12-31T22:30:00Z" });
  expect(await anIssued()).toMatchObject({ number: "F-2026-00001", issuedOn: "2026-12-31" });
  setClock("2026-12-31T23:30:00Z");
  expect(await anIssued()).toMatchObject({ number: "F-2027-00001", issuedOn: "2027-01-01" });

  setClock("2026-12-31T12:00:00Z");
  const late = anIssued();
  expect(await refusalOf(late)).toMatchObject({
    code: "ISSUE_BEFORE_LAST",
    details: { lastOn: "2027-01-01" },
  });
  expect((await caller.factures.numbers({ exercice: 2026 })).proof.gaps).toBe(0);
});

test("the day of a facture is the day in Paris, near midnight too", async () => {
  const { anIssued, setClock } = await aSociete({ at: "2026-06-30T21:59:59Z" });
  expect((await anIssued()).issuedOn).toBe("2026-06-30");
  setClock("2026-06-30T22:00:00Z");
  expect((await anIssued()).issuedOn).toBe("2026-07-01");
});

test("the quota is checked where the number is drawn: the last one goes to one of two", async () => {
  const { tenant, caller, aBrouillon, anIssued } = await aSociete();
  await tenant.write((tx) =>
    tx.insert(entitlements).values({ version: 1, terms: freeTerms(2), receivedAt: 0 }),
  );
  await anIssued();
  const drafts = [await aBrouillon(), await aBrouillon(), await aBrouillon()];
  const outcomes = await Promise.allSettled(
    drafts.map((draft) => caller.factures.issue({ ...ref(draft), idempotencyKey: newId() })),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await refusalCode(anIssued())).toBe("QUOTA_REACHED");
  expect((await caller.factures.numbers({ exercice: 2026 })).proof).toMatchObject({
    count: 2,
    gaps: 0,
  });
});

test("a facture issued in one act leaves nothing when it is refused", async () => {
  const { caller, anIssued, clientId } = await aSociete();
  const refused = anIssued({ lignes: [aLigne({ rate: 1234 })] });
  expect(await refusedFields(refused)).toEqual(["lignes.0.rate RATE_NOT_ALLOWED"]);
  expect((await caller.factures.list({ clientId })).rows).toEqual([]);
});

test("a produit counts the factures it was used in, and is suggested by use", async () => {
  const { caller, aProduit, anIssued } = await aSociete();
  await aProduit({ designation: "Pose de plinthes" });
  const { produitId } = await aProduit({ designation: "Pose de parquet massif" });
  await anIssued({ lignes: [aLigne({ produitId }), aLigne({ produitId })] });
  const suggested = await caller.produits.suggest({ q: "pose" });
  expect(suggested.map(({ designation, uses }) => `${designation} ${uses}`)).toEqual([
    "Pose de parquet massif 1",
    "Pose de plinthes 0",
  ]);
});

test("what belongs to nobody here is not found: client, produit or facture of elsewhere", async () => {
  const { caller, aBrouillon } = await aSociete();
  const elsewhere = newId();
  expect(await refusalCode(aBrouillon({ clientId: elsewhere }))).toBe("CLIENT_NOT_FOUND");
  const borrowed = aBrouillon({ lignes: [aLigne({ produitId: elsewhere })] });
  expect(await refusalCode(borrowed)).toBe("PRODUIT_NOT_FOUND");
  expect(await refusalCode(caller.factures.get({ factureId: elsewhere }))).toBe(
    "FACTURE_NOT_FOUND",
  );
});

test("an accountant reads and never writes, an employee does not set the société up", async () => {
  const { as, aBrouillon } = await aSociete();
  const { factureId, version } = await aBrouillon();
  const issue = { factureId, version, idempotencyKey: newId() };
  expect(await refusalCode(as("comptable").factures.issue(issue))).toBe("ROLE_FORBIDDEN");
  expect((await as("comptable").factures.get({ factureId })).facture.id).toBe(factureId);
  const declare = as("employe").societe.declareLastNumber({ code: "facture", example: "F-2026-9" });
  expect(await refusalCode(declare)).toBe("ROLE_FORBIDDEN");
  expect((await as("employe").factures.issue(issue)).number).toBe("F-2026-00001");
});
