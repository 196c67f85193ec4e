import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { journal } from "#db/tenant/schema/journal";
import type { JournalKind } from "#server/journal/kinds";
import { aSociete, type Societe } from "../support/a-societe.ts";

async function lastOf({ tenant }: Societe, kind: JournalKind) {
  const [line] = await tenant.read((db) =>
    db.select().from(journal).where(eq(journal.kind, kind)).orderBy(desc(journal.id)).limit(1),
  );
  return JSON.parse(line?.payload ?? "null");
}

test("a change of TVA regime says what it was and what it is, and nothing of the rest", async () => {
  const societe = await aSociete();
  await societe.caller.societe.updateTva({
    ...{ tvaNumber: "FR44732829320", regime: "reel", exigibilite: "debits" },
    territoire: "metropole",
  });
  expect(await lastOf(societe, "societe.updated")).toEqual({
    section: "tva",
    before: { exigibilite: "encaissements" },
    after: { exigibilite: "debits" },
  });
});

test("a numbering changed keeps its former pattern", async () => {
  const societe = await aSociete();
  await societe.caller.societe.updateSeries({
    ...{ code: "facture", pattern: "FA-{annee}-{rang:4}", reset: "yearly" },
  });
  expect(await lastOf(societe, "serie.updated")).toMatchObject({
    before: { pattern: "F-{annee}-{rang:5}" },
    after: { pattern: "FA-{annee}-{rang:4}" },
  });
});

test("of a client the journal keeps who it is, never where it lives", async () => {
  const societe = await aSociete();
  const client = await societe.caller.clients.get({ clientId: societe.clientId });
  await societe.caller.clients.update({
    clientId: societe.clientId,
    version: 1,
    client: {
      ...{ type: "professionnel", nom: "Hôtel du Lac", siren: client.siren },
      address: { ...client.address, line1: "1 rue Secrète" },
    },
  });
  const payload = await lastOf(societe, "client.updated");
  expect(payload).toMatchObject({
    before: { nom: "Hôtel du Parc" },
    after: { nom: "Hôtel du Lac" },
  });
  expect(JSON.stringify(payload)).not.toContain("Secrète");
});
