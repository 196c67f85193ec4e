import { rm } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit } from "#db/control/schema/audit";
import { users } from "#db/control/schema/users";
import { createControl } from "#server/tenancy/create-control";
import { dataPaths } from "#server/tenancy/paths";
import { aDataDir } from "./a-data-dir.ts";
import { aSociete, aTenancy } from "./a-tenancy.ts";

test("the control database refuses what its columns do not allow", async () => {
  const { control } = await aTenancy(await aDataDir());
  const user = (username: string, email: string) => ({
    id: username,
    email,
    emailKey: email,
    username,
    passwordHash: "x",
    createdAt: 0,
  });
  await control.write((tx) => tx.insert(users).values(user("paul", "a@x.fr")));
  for (const twin of [user("PAUL", "b@x.fr"), user("anne", "a@x.fr")]) {
    await expect(control.write((tx) => tx.insert(users).values(twin))).rejects.toMatchObject({
      cause: { code: "SQLITE_CONSTRAINT" },
    });
  }
  const orphan = sql`INSERT INTO memberships (user_id, societe_id, role, created_at) VALUES ('paul', 'nobody', 'admin', 0)`;
  await expect(control.write((tx) => tx.run(orphan))).rejects.toMatchObject({
    cause: { code: "SQLITE_CONSTRAINT" },
  });
});

test("a line of the audit is never changed nor removed", async () => {
  const { control } = await aTenancy(await aDataDir());
  const line = { id: "1", at: 0, action: "user.logged_in" };
  await control.write((tx) => tx.insert(audit).values(line));
  const attacks = [
    sql`UPDATE audit SET at = 1`,
    sql`DELETE FROM audit`,
    sql`INSERT OR REPLACE INTO audit(id, at, action) VALUES ('1', 1, 'x')`,
  ];
  for (const attack of attacks) {
    await expect(control.write((tx) => tx.run(attack))).rejects.toMatchObject({
      cause: { message: expect.stringContaining("AUDIT_") },
    });
  }
  expect(await control.read((db) => db.select().from(audit))).toEqual([
    { ...line, details: {}, userId: null, societeId: null, ip: null },
  ]);
});

test("a lost control database is not replaced by an empty one", async () => {
  const dataDir = await aDataDir();
  const { tenancy, close } = await aTenancy(dataDir);
  await aSociete(tenancy);
  await close();
  const { control } = dataPaths(dataDir);
  for (const end of ["", "-wal", "-shm"]) await rm(control + end, { force: true });
  await expect(createControl(dataDir)).rejects.toMatchObject({ code: "CONTROL_MISSING" });
});
