import { expect, test } from "vitest";
import { newId } from "#server/id";
import { createNightlyCheck } from "#server/jobs/create-nightly-check";
import { journalGroupNames, journalKinds, kindsOf } from "#server/journal/kinds";
import { groups } from "../../app/components/journal/journal-params.ts";
import { journal as words } from "../../app/i18n/fr/journal.ts";
import { aSociete } from "../support/a-societe.ts";

test("every kind of line has its French sentence and stands in one group", () => {
  for (const kind of journalKinds) {
    const [noun = "", verb = ""] = kind.split(".");
    const sentences: Readonly<Record<string, Readonly<Record<string, string>>>> = words.phrases;
    expect(sentences[noun]?.[verb], kind).toMatch(/\S+ \S+/);
    expect(journalGroupNames.filter((group) => kindsOf(group).includes(kind))).toHaveLength(1);
  }
  expect(groups.slice(1)).toEqual(journalGroupNames);
});

test("pages follow one another without missing or repeating a line", async () => {
  const { caller, aProduit } = await aSociete({ isFurnished: false });
  for (let i = 0; i < 120; i++) await aProduit({ designation: `Produit ${i}` });
  const ids: number[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof caller.journal.list>> = await caller.journal.list({
      cursor,
    });
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor !== null);
  expect(ids).toEqual(Array.from({ length: 120 }, (_, i) => 120 - i));
});

test("lines are found by group, person, object, day in Paris, and words", async () => {
  const societe = await aSociete();
  const { caller, anIssued, as, setClock } = societe;
  const { factureId, number } = await anIssued();
  setClock("2026-03-31T22:30:00Z"); // the 1st of April in Paris
  await as("employe", "Théo").clients.create({
    ...{ type: "particulier", nom: "100 % Élan" },
    address: { line1: "1 rue", line2: "", zip: "86000", city: "Poitiers", country: "FR" },
  });
  const found = async (query: Parameters<typeof caller.journal.list>[0]) =>
    (await caller.journal.list(query)).rows.map(({ kind, actorNom }) => `${actorNom} ${kind}`);
  expect(await found({ group: "documents" })).toEqual(["Claire Aubry facture.issued"]);
  expect(await found({ entityId: factureId })).toEqual(["Claire Aubry facture.issued"]);
  expect(await found({ actorId: "employe-id" })).toEqual(["Théo client.created"]);
  expect(await found({ from: "2026-04-01" })).toEqual(["Théo client.created"]);
  expect(await found({ from: "2026-04-01", until: "2026-04-01" })).toHaveLength(1);
  expect(await found({ until: "2026-03-31" })).not.toContain("Théo client.created");
  expect(await found({ q: number })).toEqual(["Claire Aubry facture.issued"]);
  expect(await found({ q: "100 %" })).toEqual(["Théo client.created"]);
  expect(await found({ q: "100_%" })).toEqual([]);
  const [line] = (await caller.journal.list({ entityId: factureId })).rows;
  expect(line).toMatchObject({
    about: { what: "facture", name: number },
    origin: { ip: "192.0.2.1" },
  });
});

test("only who may read the journal does, and a wrong cursor is a refusal", async () => {
  const { as, caller } = await aSociete({ isFurnished: false });
  for (const role of ["employe", "comptable"] as const)
    await expect(as(role).journal.list({})).rejects.toMatchObject({ message: "ROLE_FORBIDDEN" });
  await expect(caller.journal.list({ cursor: "abc" })).rejects.toMatchObject({
    message: "CURSOR_INVALID",
  });
  expect((await caller.journal.list({ actorId: newId() })).rows).toEqual([]);
});

test("the page says up to where the night has verified the chain", async () => {
  const societe = await aSociete();
  const { caller, clock } = societe;
  expect((await caller.journal.overview()).verified).toBeNull();
  const bankNotices = { tell: async () => {} };
  const nightly = createNightlyCheck({ ...societe, clock, bankNotices });
  expect(await nightly.check()).toEqual([]);
  await nightly.close();
  const { verified, actors } = await caller.journal.overview();
  expect(verified).toEqual({ at: clock().at, lines: 3, fault: null });
  expect(actors.map(({ nom }) => nom)).toEqual(["Claire Aubry"]);
});
