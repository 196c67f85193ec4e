import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { recordArchive } from "#server/archives/record-archive";
import { checkTotaux } from "#server/factures/check-totaux";
import { newId } from "#server/id";
import { aSociete, type Societe } from "../support/a-societe.ts";

/** SQL typed by hand, past every use case. */
const run = ({ tenant }: Pick<Societe, "tenant">, statement: string) =>
  tenant.write((tx) => tx.run(sql.raw(statement)));

const messageOf = (attack: Promise<unknown>): Promise<string> =>
  attack.then(
    () => "passed",
    (error: Error & { cause?: Error }) => String(error.cause?.message ?? error.message),
  );

/** An issued and paid facture, a cancelled one with its avoir, a brouillon: and all the file holds of them. */
async function aHistory() {
  const societe = await aSociete();
  const { caller, anIssued, aBrouillon, tenant } = societe;
  const paid = await anIssued();
  const { reglementId } = await caller.reglements.record({
    ...{ factureId: paid.factureId, amount: 5_000, method: "virement", receivedOn: "2026-03-02" },
    idempotencyKey: newId(),
  });
  await recordArchive(tenant, {
    factureId: paid.factureId,
    pdf: { pdfSha256: "a".repeat(64), bytes: 1 },
    now: societe.clock(),
  });
  const cancelled = await anIssued();
  const { avoirId } = await caller.factures.cancel({
    ...{ factureId: cancelled.factureId, motif: "Erreur", idempotencyKey: newId() },
  });
  const draft = await aBrouillon();
  const everything = () =>
    tenant.read(async (db) =>
      JSON.stringify(
        await Promise.all(
          [
            "factures",
            "lignes_facture",
            "emissions",
            "compteurs",
            "corrections",
            "series",
            "reglements",
            "journal",
            "archives",
          ].map((table) => db.all(sql.raw(`SELECT * FROM ${table}`))),
        ),
      ),
    );
  return { societe, paid, cancelled, avoirId, draft, reglementId, everything };
}

test("raw SQL cannot change, remove or replace what was issued", async () => {
  const { societe, paid, avoirId, draft, reglementId, everything } = await aHistory();
  const id = paid.factureId;
  const before = await everything();
  const row = `id, serie, echeance, created_at, created_by, updated_at, updated_by, updated_by_nom`;
  const values = `'facture', '{}', 1, 'x', 1, 'x', 'x'`;
  const attacks = [
    `UPDATE factures SET total_ttc = 1, total_ht = 1, total_tva = 0 WHERE id = '${id}'`,
    `UPDATE factures SET client_nom = 'Autre' WHERE id = '${id}'`,
    `UPDATE factures SET status = 'brouillon', number = NULL, rang = NULL WHERE id = '${id}'`,
    `UPDATE factures SET number = 'F-2026-00009' WHERE id = '${id}'`,
    `UPDATE factures SET note = 'x' WHERE id = '${avoirId}'`,
    `DELETE FROM factures WHERE id = '${id}'`,
    `DELETE FROM factures`,
    `INSERT OR REPLACE INTO factures (${row}) VALUES ('${id}', ${values})`,
    `INSERT OR REPLACE INTO factures (rowid, ${row}) SELECT rowid, '${newId()}', ${values} FROM factures WHERE id = '${id}'`,
    `INSERT OR REPLACE INTO factures (${row}, status, number, issued_on, issued_at) VALUES ('${newId()}', ${values}, 'importee', '${paid.number}', '2026-01-01', 1)`,
    `UPDATE OR REPLACE factures SET id = '${id}' WHERE id = '${draft.factureId}'`,
    `UPDATE OR REPLACE factures SET rowid = (SELECT rowid FROM factures WHERE id = '${id}') WHERE id = '${draft.factureId}'`,
    `UPDATE OR REPLACE factures SET status = 'emise', number = '${paid.number}', rang = 3, exercice = 2026, issued_on = '2026-03-02', issued_at = 1, due_on = '2026-04-01' WHERE id = '${draft.factureId}'`,
    `INSERT INTO factures (${row}, status, number, rang, exercice, issued_on, issued_at) VALUES ('${newId()}', ${values}, 'emise', 'F-2026-00003', 3, 2026, '2026-03-02', 1)`,
    `UPDATE lignes_facture SET net_ht = 1 WHERE facture_id = '${id}'`,
    `DELETE FROM lignes_facture WHERE facture_id = '${id}'`,
    `INSERT INTO lignes_facture (facture_id, position, kind, designation) VALUES ('${id}', 9, 'ligne', 'x')`,
    `INSERT OR REPLACE INTO lignes_facture (facture_id, position, kind, designation) VALUES ('${id}', 0, 'ligne', 'x')`,
    `UPDATE OR REPLACE lignes_facture SET facture_id = '${id}' WHERE facture_id = '${draft.factureId}'`,
    `UPDATE corrections SET total_ttc = 1`,
    `DELETE FROM corrections`,
    `INSERT OR REPLACE INTO corrections SELECT avoir_id, '${id}', 1 FROM corrections`,
    `INSERT INTO corrections VALUES ('${draft.factureId}', '${id}', 12000)`,
    `UPDATE emissions SET xml = '' WHERE facture_id = '${id}'`,
    `DELETE FROM emissions WHERE facture_id = '${id}'`,
    `INSERT OR REPLACE INTO emissions SELECT facture_id, content_sha256, xml_sha256, 'x', 'x', '{}', '' FROM emissions WHERE facture_id = '${id}'`,
    `UPDATE compteurs SET dernier = dernier + 1`,
    `UPDATE compteurs SET dernier = 0`,
    `DELETE FROM compteurs`,
    `INSERT OR REPLACE INTO compteurs VALUES ('facture', 2026, 0, '')`,
    `INSERT INTO compteurs VALUES ('facture', 2027, 41, '')`,
    `UPDATE series SET pattern = 'X-{rang}'`,
    `DELETE FROM series`,
    `INSERT OR REPLACE INTO series VALUES ('facture', 'X-{rang}', 'never')`,
    `UPDATE reglements SET amount_ttc = 1 WHERE id = '${reglementId}'`,
    `DELETE FROM reglements`,
    `INSERT OR REPLACE INTO reglements VALUES ('${reglementId}', '${id}', 1, 'virement', '2026-03-02', '', NULL, '', 1, 'x', 'x')`,
    `INSERT INTO reglements VALUES ('${newId()}', '${id}', 7001, 'virement', '2026-03-02', '', NULL, '', 1, 'x', 'x')`,
    `INSERT INTO reglements VALUES ('${newId()}', '${id}', -4999, 'virement', '2026-03-02', '', '${reglementId}', '', 1, 'x', 'x')`,
    `INSERT INTO reglements VALUES ('${newId()}', '${draft.factureId}', 1, 'virement', '2026-03-02', '', NULL, '', 1, 'x', 'x')`,
    `UPDATE archives SET pdf_sha256 = '${"b".repeat(64)}'`,
    `DELETE FROM archives`,
    `INSERT INTO archives VALUES ('${draft.factureId}', '${"b".repeat(64)}', 1, 1)`,
    `UPDATE journal SET payload = '{}'`,
    `DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)`,
    `INSERT OR REPLACE INTO journal SELECT id, at, kind, entity_id, 'x', 'x', payload, prev_hash, hash, origine FROM journal WHERE id = 2`,
    `INSERT INTO journal SELECT id + 100, at, kind, entity_id, actor_id, actor_nom, payload, prev_hash, hash, origine FROM journal WHERE id = 2`,
    `UPDATE idempotences SET response = '{}'`,
  ];
  for (const attack of attacks)
    expect([attack, await messageOf(run(societe, attack))]).toEqual([
      attack,
      expect.stringMatching(/SQLITE_CONSTRAINT: [A-Z]+_[A-Z]+$/),
    ]);
  // A second archive of one document is not even an error, and changes nothing.
  await run(societe, `INSERT OR REPLACE INTO archives VALUES ('${id}', '${"b".repeat(64)}', 1, 1)`);
  expect(await everything()).toBe(before);
  expect((await societe.caller.journal.verify()).fault).toBeNull();
});

test("an issue by raw SQL without its content, or out of its turn, is refused", async () => {
  const { societe, draft } = await aHistory();
  const issue = (rang: number, day: string) =>
    `UPDATE factures SET status = 'emise', number = 'F-2026-0000${rang}', rang = ${rang}, exercice = ${day.slice(0, 4)},
      issued_on = '${day}', issued_at = 1, due_on = '2026-04-01' WHERE id = '${draft.factureId}'`;
  expect(await messageOf(run(societe, issue(3, "2026-03-02")))).toContain("FACTURE_EMISSION");
  const zeros = "0".repeat(64);
  const emission = `INSERT INTO emissions VALUES ('${draft.factureId}', '${zeros}', '${zeros}', 'x', 'x', '{}', 'x')`;
  const both = (update: string) =>
    messageOf(
      societe.tenant.write(async (tx) => {
        await tx.run(sql.raw(emission));
        await tx.run(sql.raw(update));
      }),
    );
  expect(await both(issue(4, "2026-03-02"))).toContain("FACTURE_RANG");
  expect(await both(issue(2, "2026-03-02"))).toContain("FACTURE_RANG");
  expect(await both(issue(3, "2026-03-01"))).toContain("FACTURE_RANG");
  expect(
    await both(issue(3, "2026-03-02").replace("exercice = 2026", "exercice = 2025")),
  ).toContain("FACTURE_RANG");
  expect(await both(issue(3, "2026-03-02"))).toBe("passed");
});

test("an avoir never exceeds its facture, even by raw SQL", async () => {
  const { societe, paid, avoirId } = await aHistory();
  const zeros = "0".repeat(64);
  const copy = newId();
  const attack = societe.tenant.write(async (tx) => {
    await tx.run(
      sql.raw(`INSERT INTO factures (id, type, serie, client_id, origine_id, total_ht, total_tva, total_ttc, echeance,
        created_at, created_by, updated_at, updated_by, updated_by_nom)
      SELECT '${copy}', 'avoir', 'avoir', client_id, '${paid.factureId}', total_ht + 1, total_tva, total_ttc + 1, echeance,
        created_at, created_by, updated_at, updated_by, updated_by_nom FROM factures WHERE id = '${avoirId}'`),
    );
    await tx.run(
      sql.raw(
        `INSERT INTO emissions VALUES ('${copy}', '${zeros}', '${zeros}', 'x', 'x', '{}', 'x')`,
      ),
    );
    await tx.run(
      sql.raw(
        `INSERT INTO corrections SELECT id, origine_id, total_ttc FROM factures WHERE id = '${copy}'`,
      ),
    );
    await tx.run(
      sql.raw(`UPDATE factures SET status = 'emise', number = 'A-2026-00002', rang = 2, exercice = 2026,
        issued_on = '2026-03-02', issued_at = 1 WHERE id = '${copy}'`),
    );
  });
  expect(await messageOf(attack)).toContain("AVOIR_EXCEEDS");
});

test("a brouillon is edited and thrown away freely, with its lignes", async () => {
  const { societe, draft } = await aHistory();
  await run(societe, `UPDATE factures SET note = 'x' WHERE id = '${draft.factureId}'`);
  await societe.caller.factures.discard({ factureId: draft.factureId });
  const left = await societe.tenant.read((db) =>
    db.all(sql.raw(`SELECT 1 FROM lignes_facture WHERE facture_id = '${draft.factureId}'`)),
  );
  expect(left).toEqual([]);
});

test("an imported facture keeps its foreign number, is frozen at once, and our serie steps past nobody", async () => {
  const societe = await aSociete();
  const { caller, aBrouillon } = societe;
  const draft = await aBrouillon();
  const imported = draft.factureId;
  const number = (id: string) =>
    `UPDATE factures SET status = 'importee', number = 'F-2026-00001', issued_on = '2025-11-02', issued_at = 1,
      due_on = '2025-12-02' WHERE id = '${id}'`;
  await run(societe, number(imported));
  const { factureId, version } = await aBrouillon();
  const attacks = {
    [number(factureId)]: "FACTURE_RANG",
    [`UPDATE lignes_facture SET net_ht = 1 WHERE facture_id = '${imported}'`]: "FACTURE_FROZEN",
    [`UPDATE factures SET number = 'X' WHERE id = '${imported}'`]: "FACTURE_FROZEN",
    [`DELETE FROM factures WHERE id = '${imported}'`]: "FACTURE_KEPT",
  };
  for (const [attack, code] of Object.entries(attacks))
    expect(await messageOf(run(societe, attack))).toContain(code);
  expect((await caller.factures.get({ factureId: imported })).settlement).toMatchObject({
    reste: 12_000,
    status: "en_retard",
  });
  expect(await checkTotaux(societe.tenant)).toEqual([]);

  const issue = caller.factures.issue({ factureId, version, idempotencyKey: newId() });
  await expect(issue).rejects.toMatchObject({
    cause: { code: "SERIE_NUMBER_TAKEN", details: { number: "F-2026-00001" } },
  });
  await caller.societe.declareLastNumber({ code: "facture", example: "F-2026-00001" });
  const issued = await caller.factures.issue({ factureId, version, idempotencyKey: newId() });
  expect(issued.number).toBe("F-2026-00002");
});
