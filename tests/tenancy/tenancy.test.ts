import { copyFile, readdir, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { societes } from "#db/control/schema/societes";
import { tenantMark } from "#db/tenant/schema/tenant-mark";
import { newId } from "#server/id";
import { societeFile } from "#server/tenancy/paths";
import type { SocieteId, Tenant } from "#server/tenancy/tenant";
import { aDataDir } from "./a-data-dir.ts";
import { aSociete, aTenancy } from "./a-tenancy.ts";
import { openDescriptors } from "./open-descriptors.ts";

const readMark = (tenant: Tenant) => tenant.read((db) => db.select().from(tenantMark));
const rewrite = (tenant: Tenant) =>
  tenant.write((tx) => tx.run(sql`UPDATE emetteur SET id = id`).then(() => tenant.societeId));
const unavailable = (reason: RegExp | string) => ({
  code: "SOCIETE_UNAVAILABLE",
  cause: { message: expect.stringMatching(reason) },
});

test("each société reads its own file and no other", async () => {
  const { tenancy } = await aTenancy(await aDataDir());
  const [a, b] = [await aSociete(tenancy), await aSociete(tenancy)];
  expect(await readMark(a)).toEqual([{ societeId: a.societeId, only: 1 }]);
  expect(await readMark(b)).toEqual([{ societeId: b.societeId, only: 1 }]);
});

test("a file opened by many at once is opened once", async () => {
  const { tenancy } = await aTenancy(await aDataDir());
  const tenant = await aSociete(tenancy);
  await Promise.all(Array.from({ length: 50 }, () => readMark(tenant)));
  expect(tenancy.stats()).toMatchObject({ open: 1, users: 0, openings: 1 });
});

test("a société whose file is missing is unavailable, and no empty one is made", async () => {
  const { tenancy, dataDir } = await aTenancy(await aDataDir());
  const [tenant, other] = [await aSociete(tenancy), await aSociete(tenancy)];
  const path = societeFile(dataDir, tenant.societeId, 1);
  await rename(path, `${path}.away`);
  await expect(readMark(tenant)).rejects.toMatchObject(unavailable("ENOENT"));
  expect(await readdir(join(path, ".."))).not.toContain(`${tenant.societeId}.1.db`);
  expect(await readMark(other)).toHaveLength(1);

  await rename(`${path}.away`, path);
  expect(await readMark(tenant)).toHaveLength(1); // a failed opening is not remembered
});

test("another société's file in its place is refused", async () => {
  const { tenancy, dataDir } = await aTenancy(await aDataDir());
  const [a, b] = [await aSociete(tenancy), await aSociete(tenancy)];
  await copyFile(societeFile(dataDir, b.societeId, 1), societeFile(dataDir, a.societeId, 1));
  await expect(readMark(a)).rejects.toMatchObject(unavailable("TENANT_MISMATCH"));
});

test("a corrupted file puts one société out of order, reports it, and leaves the others", async () => {
  const troubles: SocieteId[] = [];
  const { tenancy, dataDir } = await aTenancy(await aDataDir(), {
    onTrouble: (societeId) => troubles.push(societeId),
  });
  const other = await aSociete(tenancy);
  const damages: ((path: string) => Promise<void>)[] = [
    (path) => truncate(path, 0),
    (path) => truncate(path, 5_000),
    (path) => writeFile(path, Buffer.alloc(100_000)),
    (path) => rm(path),
  ];
  for (const damage of damages) {
    const tenant = await aSociete(tenancy);
    await damage(societeFile(dataDir, tenant.societeId, 1));
    await expect(readMark(tenant)).rejects.toMatchObject({ code: "SOCIETE_UNAVAILABLE" });
    expect(troubles.at(-1)).toBe(tenant.societeId);
  }
  expect(await readMark(other)).toHaveLength(1);
});

test("a société in maintenance, unknown or half-made cannot be opened", async () => {
  const { tenancy, control } = await aTenancy(await aDataDir());
  const tenant = await aSociete(tenancy);
  const put = (status: "active" | "maintenance" | "provisioning") =>
    control.write((tx) =>
      tx.update(societes).set({ status }).where(eq(societes.id, tenant.societeId)),
    );
  for (const status of ["maintenance", "provisioning"] as const) {
    await put(status);
    await expect(readMark(tenant)).rejects.toMatchObject(unavailable("SOCIETE_NOT_OPEN"));
  }
  await put("active");
  expect(await readMark(tenant)).toHaveLength(1);
  const unknown = tenancy.openTenant(newId() as SocieteId);
  await expect(readMark(unknown)).rejects.toMatchObject(unavailable("SOCIETE_NOT_OPEN"));
});

test("only ids made by the server name a file", async () => {
  const { tenancy } = await aTenancy(await aDataDir());
  for (const id of ["", "../control", "%2e%2e%2fcontrol", "a".repeat(31), "A".repeat(32), "\0"]) {
    expect(() => tenancy.openTenant(id as SocieteId)).toThrow(/ID_INVALID/);
  }
});

test("the owner written in a file never changes", async () => {
  const { tenancy } = await aTenancy(await aDataDir());
  const tenant = await aSociete(tenancy);
  const societeId = newId();
  const attacks = [
    sql`UPDATE _tenant SET societe_id = ${societeId}`,
    sql`DELETE FROM _tenant`,
    sql`INSERT OR REPLACE INTO _tenant VALUES (${societeId}, 1)`,
  ];
  for (const attack of attacks) {
    await expect(tenant.write((tx) => tx.run(attack))).rejects.toMatchObject({
      cause: { message: expect.stringContaining("TENANT_KEPT") },
    });
  }
  expect(await readMark(tenant)).toHaveLength(1);
});

test("30 sociétés used by 40 people through 10 places: no error, few descriptors", async () => {
  const { tenancy } = await aTenancy(await aDataDir(), { capacity: 10 });
  const tenants: Tenant[] = [];
  for (let i = 0; i < 30; i++) tenants.push(await aSociete(tenancy));
  const before = await openDescriptors();
  let peak = 0;
  await Promise.all(
    Array.from({ length: 40 }, async (_, person) => {
      for (let i = 0; i < 15; i++) {
        const tenant = tenants[(person * 7 + i * 13) % 30];
        if (!tenant) continue;
        if (i % 5 === 0) await rewrite(tenant);
        expect(await readMark(tenant)).toEqual([{ societeId: tenant.societeId, only: 1 }]);
        if (i % 5 === 0) peak = Math.max(peak, await openDescriptors());
      }
    }),
  );
  expect(tenancy.stats()).toMatchObject({ open: 10, users: 0 });
  // 3 to 5 descriptors an opening, kept until garbage collection if nobody asked for it
  expect(peak - before).toBeLessThan(tenancy.stats().openings);
});

test("a stop lets running writes end, then refuses every other", async () => {
  const { tenancy, control, close } = await aTenancy(await aDataDir());
  const tenant = await aSociete(tenancy);
  const running = Promise.all(Array.from({ length: 10 }, () => rewrite(tenant)));
  const stopped = close();
  await expect(readMark(tenant)).rejects.toMatchObject({ code: "SERVICE_STOPPING" });
  expect(await running).toHaveLength(10);
  await stopped;
  expect(control.stats().jobs).toBeGreaterThan(0);
});
