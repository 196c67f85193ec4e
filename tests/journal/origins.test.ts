import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { journal } from "#db/tenant/schema/journal";
import { origines } from "#db/tenant/schema/origines";
import { genesisHash, journalHash } from "#server/journal/journal-hash";
import { forgetOrigins } from "#server/journal/origins";
import { aSociete, type Societe } from "../support/a-societe.ts";

const lastLine = async ({ tenant }: Pick<Societe, "tenant">) => {
  const rows = await tenant.read((db) => db.select().from(journal));
  return rows.at(-1);
};

const from = async ({ tenant }: Pick<Societe, "tenant">, id: string) => {
  const rows = await tenant.read((db) => db.select().from(origines).where(eq(origines.id, id)));
  return rows[0];
};

test("a line says from where it was written, and its hash covers it", async () => {
  const societe = await aSociete();
  await societe.anIssued();
  const line = await lastLine(societe);
  expect(await from(societe, line?.origine ?? "")).toMatchObject({
    ip: "192.0.2.1",
    agent: "vitest",
    mois: "2026-03",
  });
  if (!line) throw new Error("no line");
  expect(journalHash(line)).toBe(line.hash);
  expect(journalHash({ ...line, origine: "0".repeat(64) })).not.toBe(line.hash);
  expect(journalHash({ ...line, origine: null })).not.toBe(line.hash);
});

test("many writes from one place are one origin a month", async () => {
  const societe = await aSociete();
  await societe.anIssued();
  const count = () => societe.tenant.read((db) => db.$count(origines));
  expect(await count()).toBe(1);
  societe.setClock("2026-04-02T09:00:00Z");
  await societe.anIssued();
  expect(await count()).toBe(2);
});

test("lines written before origins were kept still verify, with newer ones after them", async () => {
  const societe = await aSociete({ isFurnished: false });
  const old = {
    ...{ id: 1, at: 1_000, kind: "client.created", entityId: "c", actorId: "u", actorNom: "Anne" },
    ...{ payload: "{}", prevHash: genesisHash, origine: null },
  };
  // As version 1 computed it, written out: this must never change.
  const hash = "64366dbd";
  await societe.tenant.write((tx) => tx.insert(journal).values({ ...old, hash: journalHash(old) }));
  await societe.caller.produits.create({
    ...{ designation: "Pose", unitPriceHt: 0, rate: 2000, nature: "bien" },
  });
  expect(journalHash(old).slice(0, 8)).toBe(hash);
  expect(await societe.caller.journal.verify()).toMatchObject({ lines: 2, fault: null });
});

test("addresses are forgotten after a year, and the chain still holds", async () => {
  const societe = await aSociete();
  const line = await lastLine(societe);
  await forgetOrigins(societe.tenant, Date.parse("2027-02-28T03:00:00Z"));
  expect(await from(societe, line?.origine ?? "")).toBeDefined();
  await forgetOrigins(societe.tenant, Date.parse("2027-04-01T03:00:00Z"));
  expect(await from(societe, line?.origine ?? "")).toBeUndefined();
  expect((await societe.caller.journal.verify()).fault).toBeNull();
});

test("an address rewritten by hand is refused, and found when the guard was dropped", async () => {
  const societe = await aSociete();
  const rewrite = () =>
    societe.tenant.write((tx) => tx.run(sql`UPDATE origines SET ip = '203.0.113.9'`));
  await expect(rewrite()).rejects.toThrow();
  await societe.tenant.write((tx) => tx.run(sql`DROP TRIGGER origines_frozen`));
  await rewrite();
  expect((await societe.caller.journal.verify()).fault?.code).toBe("ORIGIN");
});
