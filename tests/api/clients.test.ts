import { expect, test } from "vitest";
import { aSociete, type Societe } from "../support/a-societe.ts";
import { refusalCode, refusalOf, refusedFields } from "../support/refused.ts";

const address = { line1: "1 rue A", line2: "", zip: "75001", city: "Paris", country: "FR" };
const aPerson = (nom: string, city = "Paris") =>
  ({ type: "particulier", nom, address: { ...address, city } }) as const;

const found = async ({ caller }: Pick<Societe, "caller">, q: string) =>
  (await caller.clients.list({ q })).rows.map(({ nom }) => nom);

test("any three characters find a client, accents and ligatures folded", async () => {
  const societe = await aSociete({ isFurnished: false });
  const { caller } = societe;
  for (const nom of ["Hélène Cœur", "Straße & Fils", "Élan vital", "Zaïd", 'O’Brien 50% "net"'])
    await caller.clients.create(aPerson(nom, nom === "Zaïd" ? "Saint-Étienne" : "Paris"));

  expect(await found(societe, "lene")).toEqual(["Hélène Cœur"]);
  expect(await found(societe, "COEUR")).toEqual(["Hélène Cœur"]);
  expect(await found(societe, "cœur hel")).toEqual(["Hélène Cœur"]);
  expect(await found(societe, "strasse")).toEqual(["Straße & Fils"]);
  expect(await found(societe, "etienne")).toEqual(["Zaïd"]);
  expect(await found(societe, "él")).toEqual(["Élan vital"]);
  expect(await found(societe, "o'brien")).toHaveLength(1);
  expect(await found(societe, "Élan")).toEqual(["Élan vital"]);
  expect(await found(societe, "xyz")).toEqual([]);
});

test("what looks like a search language is only text", async () => {
  const societe = await aSociete({ isFurnished: false });
  await societe.caller.clients.create(aPerson('Dupont "NEAR" 50% OR (x)'));
  const hostile = [
    '"',
    '""" OR "',
    "NEAR(a b)",
    "nom:dupont",
    "dup*",
    "^dup",
    "a AND b",
    "%",
    "_'--",
  ];
  for (const q of hostile) expect(Array.isArray(await found(societe, q))).toBe(true);
  expect(await found(societe, '"near"')).toHaveLength(1);
  expect(await found(societe, "50%")).toHaveLength(1);
});

test("pages follow one another without missing or repeating a client, in each order", async () => {
  const { caller } = await aSociete({ isFurnished: false });
  const total = 123;
  for (let i = 0; i < total; i++)
    await caller.clients.create(aPerson(`Client ${i % 40}`, `Ville ${i % 7}`));

  for (const sort of ["nom", "ville", "creation"] as const)
    for (const dir of ["asc", "desc"] as const)
      for (const q of ["", "client"]) {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const page = await caller.clients.list({ q, sort, dir, cursor });
          expect(page.total).toEqual({ nb: total, isCapped: false });
          seen.push(...page.rows.map(({ id }) => id));
          cursor = page.cursor;
        } while (cursor !== null);
        expect(new Set(seen).size).toBe(total);
        expect(seen).toHaveLength(total);
      }
  expect(await refusalCode(caller.clients.list({ cursor: "bm9u" }))).toBe("CURSOR_INVALID");
});

test("names sort as people read them: Élan before Zaïd", async () => {
  const { caller } = await aSociete({ isFurnished: false });
  for (const nom of ["Zaïd", "élan", "Œuvre", "Abel", "Ouest"])
    await caller.clients.create(aPerson(nom));
  const { rows } = await caller.clients.list({});
  expect(rows.map(({ nom }) => nom)).toEqual(["Abel", "élan", "Œuvre", "Ouest", "Zaïd"]);
});

test("identifiers are checked where given, spaces forgiven, the SIREN taken from the SIRET", async () => {
  const { caller, aClient } = await aSociete({ isFurnished: false });
  const { clientId } = await aClient({
    siren: "",
    siret: "404 833 048 00022",
    tvaNumber: "fr 83 404 833 048",
  });
  expect(await caller.clients.get({ clientId })).toMatchObject({
    siren: "404833048",
    siret: "40483304800022",
    tvaNumber: "FR83404833048",
  });
  const wrong = aClient({
    nom: " ",
    siren: "404833049",
    tvaNumber: "FR00404833048",
    email: "pas une adresse",
    address: { ...address, zip: "7500" },
  });
  expect((await refusedFields(wrong)).sort()).toEqual([
    "address.zip ZIP_INVALID",
    "email EMAIL_INVALID",
    "nom REQUIRED",
    "siren SIREN_INVALID",
    "tvaNumber TVA_NUMBER_INVALID",
  ]);
});

test("bad input is refused by the shape, and nothing is written", async () => {
  const { caller, aClient } = await aSociete({ isFurnished: false });
  const shapes = [
    { nom: "a\u0000b" },
    { nom: "a\nb" },
    { nom: "x".repeat(121) },
    { nom: "\u202Eabc" },
    { note: "x".repeat(2_001) },
    { email: 12 as unknown as string },
    { isArchived: true } as object,
    { id: "0".repeat(32) } as object,
  ];
  for (const changes of shapes)
    await expect(aClient(changes)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  expect((await caller.clients.list({})).total.nb).toBe(0);
  expect((await aClient({ nom: "Société 🚀 شركة", note: "l. 1\nl. 2" })).clientId).toHaveLength(32);
});

test("two people changing one client: the second is told, nothing is overwritten", async () => {
  const { caller, aClient } = await aSociete({ isFurnished: false });
  const { clientId } = await aClient({ nom: "Avant" });
  const client = { ...aPerson("Après") };
  expect(await caller.clients.update({ clientId, version: 1, client })).toEqual({ version: 2 });
  const stale = caller.clients.update({ clientId, version: 1, client: aPerson("Perdu") });
  expect(await refusalOf(stale)).toMatchObject({
    code: "VERSION_CONFLICT",
    details: { version: 2 },
  });
  expect((await caller.clients.get({ clientId })).nom).toBe("Après");
});

test("an archived client leaves lists, suggestions and counts, and comes back", async () => {
  const societe = await aSociete({ isFurnished: false });
  const { caller } = societe;
  const { clientId } = await caller.clients.create(aPerson("Hélène"));
  await caller.clients.archive({ clientId });
  await caller.clients.archive({ clientId });
  expect(await found(societe, "helene")).toEqual([]);
  expect(await caller.clients.suggest({ q: "hel" })).toEqual([]);
  const archived = await caller.clients.list({ isArchived: true });
  expect(archived).toMatchObject({ total: { nb: 1 }, rows: [{ id: clientId }] });
  await caller.clients.unarchive({ clientId });
  expect(await found(societe, "helene")).toEqual(["Hélène"]);
  expect((await caller.clients.list({ type: "professionnel" })).total.nb).toBe(0);
});

test("a renamed client is renamed on brouillons, never on what was issued", async () => {
  const { caller, clientId, anIssued, aBrouillon } = await aSociete();
  const issued = await anIssued();
  const draft = await aBrouillon();
  const { type, nom: _, siren, address: place, version } = await caller.clients.get({ clientId });
  const client = { type, nom: "Hôtel Neuf", siren, address: place };
  await caller.clients.update({ clientId, version, client });
  expect((await caller.factures.get({ factureId: draft.factureId })).facture.clientNom).toBe(
    "Hôtel Neuf",
  );
  expect((await caller.factures.get({ factureId: issued.factureId })).facture.clientNom).toBe(
    "Hôtel du Parc",
  );
  expect((await caller.clients.get({ clientId })).ventes).toEqual({
    nbFactures: 1,
    factureTtc: 12_000,
    resteTtc: 12_000,
  });
});

test("a search that finds thousands still answers in order, and says « plus de 1 000 »", async () => {
  const { caller, tenant } = await aSociete({ isFurnished: false });
  const { sql } = await import("drizzle-orm");
  await tenant.write((tx) =>
    tx.run(sql`INSERT INTO clients (id, type, nom, created_at, updated_at, nom_key, city_key, search)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
      SELECT printf('%032x', i), 'particulier', 'Client ' || i, 1, 1, printf('client %05d', i), '',
        printf('client %05d', i) || iif(i % 2, ' impair', ' pair') FROM n`),
  );
  const { rows, total, cursor } = await caller.clients.list({ q: "lient", dir: "desc" });
  expect(total).toEqual({ nb: 1_000, isCapped: true });
  expect(rows[0]?.nom).toBe("Client 3000");
  const next = await caller.clients.list({ q: "lient", dir: "desc", cursor });
  expect(next.rows[0]?.nom).toBe("Client 2950");
  expect((await caller.clients.list({ q: "lient 0299" })).total).toEqual({
    nb: 11,
    isCapped: false,
  });
});
