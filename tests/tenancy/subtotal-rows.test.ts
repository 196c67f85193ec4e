import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { momentOf } from "#server/clock";
import { demonstrationTrade } from "#server/demo/demonstration-trade";
import { furnishTrade } from "#server/demo/furnish-trade";
import { seedFactures } from "#server/demo/seed-factures";
import { verifyChain } from "#server/journal/verify-chain";
import { migrationsFolder, readMigrations } from "#server/tenancy/migrate";
import type { SocieteId, Tenant } from "#server/tenancy/tenant";
import { aDataDir } from "./a-data-dir.ts";
import { at } from "./a-registration.ts";
import { aSociete, aTenancy } from "./a-tenancy.ts";

const subtotals = "0018_sous_totaux.sql";

/** The migrations of the product up to the one that lets a row be a subtotal, without it. */
async function olderMigrations(): Promise<string> {
  const folder = join(await aDataDir(), "migrations");
  await mkdir(folder);
  const known = await readMigrations(migrationsFolder("tenant"));
  for (const { name } of known.filter(({ name }) => name < subtotals))
    await cp(join(migrationsFolder("tenant"), name), join(folder, name));
  return folder;
}

const read = <T>(tenant: Tenant, query: SQL) => tenant.read((db) => db.all<T>(query));

/** Every row of what is issued, byte for byte, and the schema but for the table's own. */
const contentOf = async (tenant: Tenant) => ({
  lignes: await read(
    tenant,
    sql`SELECT *, hex(designation) AS bytes, typeof(produit_id) AS type FROM lignes_facture`,
  ),
  emissions: await read(tenant, sql`SELECT * FROM emissions`),
  factures: await read(tenant, sql`SELECT * FROM factures`),
  schema: await read<{ name: string }>(
    tenant,
    sql`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name <> 'lignes_facture' ORDER BY type, name`,
  ),
});

test("a file from before subtotals keeps every issued row, every guard and its chain", async () => {
  const dataDir = await aDataDir();
  const old = await aTenancy(dataDir, { migrationsDir: await olderMigrations() });
  const made = await aSociete(old.tenancy);
  const actor = { userId: "u", userName: "Zoé" };
  const now = momentOf(at);
  const trade = { ...demonstrationTrade, clients: 3, factures: 14 };
  await furnishTrade(made, trade, { clients: 0, produits: 0 }, { actor, now });
  await seedFactures(made, trade, { from: 0, actor, now });
  const was = await contentOf(made);
  expect(was.emissions.length).toBeGreaterThan(5);
  const societeId: SocieteId = made.societeId;
  await old.close();

  const { tenancy } = await aTenancy(dataDir);
  const tenant = tenancy.openTenant(societeId);
  const is = await contentOf(tenant);
  expect(is).toEqual(was);
  expect(is.schema.map(({ name }) => name)).toContain("lignes_frozen_insert");
  const { fault, documents } = await verifyChain(tenant);
  expect({ fault, documents }).toEqual({ fault: null, documents: was.emissions.length });
  expect(await read(tenant, sql`PRAGMA integrity_check`)).toEqual([{ integrity_check: "ok" }]);

  const change = (statement: SQL) => tenant.write((tx) => tx.run(statement));
  for (const statement of [
    sql`UPDATE lignes_facture SET net_ht = 1 WHERE facture_id IN (SELECT facture_id FROM emissions)`,
    sql`DELETE FROM lignes_facture WHERE facture_id IN (SELECT facture_id FROM emissions)`,
    sql`INSERT INTO lignes_facture (facture_id, position, kind, designation)
      SELECT facture_id, 99, 'sous_total', '' FROM emissions LIMIT 1`,
  ])
    await expect(change(statement)).rejects.toThrow();
  const draft = sql`INSERT INTO lignes_facture (facture_id, position, kind, designation)
    SELECT id, 99, 'sous_total', '' FROM factures WHERE status = 'brouillon' LIMIT 1`;
  await expect(change(draft)).resolves.toMatchObject({ rowsAffected: 1 });
});
