import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { recordArchive } from "#server/archives/record-archive";
import { newId } from "#server/id";
import { aSociete } from "../support/a-societe.ts";

/** A forger with the file in hand: he drops the guards, changes one thing, puts them back. */
async function forged(statement: string, trigger: string) {
  const societe = await aSociete();
  const { factureId } = await societe.anIssued();
  const pdf = { pdfSha256: "a".repeat(64), bytes: 1 };
  await recordArchive(societe.tenant, { factureId, pdf, now: societe.clock() });
  await societe.caller.factures.cancel({ factureId, motif: "Erreur", idempotencyKey: newId() });
  expect((await societe.caller.journal.verify()).fault).toBeNull();
  await societe.tenant.write(async (tx) => {
    const [guard] = await tx.all<{ sql: string }>(
      sql`SELECT sql FROM sqlite_schema WHERE name = ${trigger}`,
    );
    await tx.run(sql.raw(`DROP TRIGGER ${trigger}`));
    await tx.run(sql.raw(statement));
    await tx.run(sql.raw(guard?.sql ?? ""));
  });
  return (await societe.caller.journal.verify()).fault?.code;
}

test("one byte changed in an issued document is found", async () => {
  const snapshot = `UPDATE emissions SET snapshot = replace(snapshot, '12000', '12001')`;
  expect(await forged(snapshot, "emissions_frozen")).toBe("CONTENT");
  const xml = `UPDATE emissions SET xml = replace(xml, '120.00', '120.01')`;
  expect(await forged(xml, "emissions_frozen")).toBe("XML");
});

test("a document rewritten together with its own hashes is found", async () => {
  const rewritten = `UPDATE emissions SET snapshot = '{}', content_sha256 = '${"a".repeat(64)}'`;
  expect(await forged(rewritten, "emissions_frozen")).toBe("CONTENT");
});

test("a line of the journal changed, removed, or added out of turn is found", async () => {
  const changed = `UPDATE journal SET actor_nom = 'Personne' WHERE id = 4`;
  expect(await forged(changed, "journal_frozen")).toBe("HASH");
  const redated = `UPDATE journal SET at = at + 1 WHERE kind = 'facture.issued'`;
  expect(await forged(redated, "journal_frozen")).toBe("HASH");
  const removed = `DELETE FROM journal WHERE id = 4`;
  expect(await forged(removed, "journal_kept")).toBe("GAP");
});

test("a PDF put in the place of the archived one is found", async () => {
  const replaced = `UPDATE archives SET pdf_sha256 = '${"b".repeat(64)}'`;
  expect(await forged(replaced, "archives_frozen")).toBe("ARCHIVE");
});

test("an issued document removed with its facture is missed", async () => {
  const removed = `DELETE FROM emissions WHERE facture_id IN (SELECT id FROM factures WHERE type = 'avoir')`;
  expect(await forged(removed, "emissions_kept")).toBe("MISSING_DOCUMENT");
});
