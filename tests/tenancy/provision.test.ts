import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { memberships } from "#db/control/schema/memberships";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import { emetteur } from "#db/tenant/schema/emetteur";
import { tenantMark } from "#db/tenant/schema/tenant-mark";
import { dataPaths } from "#server/tenancy/paths";
import { provisionSteps } from "#server/tenancy/provision";
import { aDataDir } from "./a-data-dir.ts";
import { aRegistration } from "./a-registration.ts";
import { aTenancy, findUser } from "./a-tenancy.ts";
import { foreignProcess } from "./foreign-process.ts";

const email = "paul@boulangerie.fr";

/** Files of sociétés, drafts included. */
const files = async (dataDir: string) =>
  (await readdir(dataPaths(dataDir).societes, { recursive: true })).filter((name) =>
    name.includes("."),
  );

test("a registration makes a user, its société and its file, in one go", async () => {
  const { control, tenancy, dataDir } = await aTenancy(await aDataDir());
  const { societeId, slug, admitted } = await tenancy.provision(aRegistration(email));

  expect(slug).toBe("boulangerie-martin");
  const [row] = await control.read((db) =>
    db
      .select({ status: societes.status, role: memberships.role, user: users.email })
      .from(memberships)
      .innerJoin(societes, eq(societes.id, memberships.societeId))
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(eq(memberships.userId, admitted)),
  );
  expect(row).toEqual({ status: "active", role: "admin", user: email });
  const mark = await tenancy.openTenant(societeId).read((db) => db.select().from(tenantMark));
  expect(mark).toEqual([{ societeId, only: 1 }]);
  expect((await files(dataDir)).filter((name) => name.endsWith(".db"))).toHaveLength(1);
});

test("two sociétés of the same name get different slugs", async () => {
  const { tenancy } = await aTenancy(await aDataDir());
  const made = await Promise.all(
    ["a@x.fr", "b@x.fr", "c@x.fr"].map((each) => tenancy.provision(aRegistration(each))),
  );
  expect(made.map(({ slug }) => slug).sort()).toEqual([
    "boulangerie-martin",
    "boulangerie-martin-2",
    "boulangerie-martin-3",
  ]);
});

test("the first rows of the société's own database are written with it", async () => {
  const { tenancy } = await aTenancy(await aDataDir());
  let found = 0;
  await tenancy.provision({
    ...aRegistration(email),
    furnish: async (tx) => {
      found = await tx.$count(tenantMark);
    },
  });
  expect(found).toBe(1);
});

test("a database furnished in memory is whole on disk, whatever was written in it, and is that société's alone", async () => {
  const { tenancy } = await aTenancy(await aDataDir());
  const logo = (rank: number) =>
    sql`INSERT INTO logos (sha256, png, created_at) VALUES (printf('%064d', ${rank}), zeroblob(60000 * ${rank}), ${rank})`;
  const made = await Promise.all(
    [1, 2, 3].map((rank) =>
      tenancy.provision({
        ...aRegistration(`patron${rank}@x.fr`),
        furnish: async (tx) => void (await tx.run(logo(rank))),
      }),
    ),
  );
  for (const [i, { societeId }] of made.entries()) {
    const tenant = tenancy.openTenant(societeId);
    const found = await tenant.read(async (db) => ({
      check: await db.get(sql`PRAGMA integrity_check`),
      logos: await db.all(sql`SELECT created_at, length(png) AS bytes FROM logos`),
    }));
    expect(found).toEqual({
      check: { integrity_check: "ok" },
      logos: [{ created_at: i + 1, bytes: 60_000 * (i + 1) }],
    });
    await tenant.write((tx) => tx.run(logo(9)));
    expect(await tenant.read((db) => db.get(sql`SELECT count(*) AS nb FROM logos`))).toEqual({
      nb: 2,
    });
  }
});

test("a furnishing that fails leaves nothing, and nothing of it in the next société", async () => {
  const { control, tenancy, dataDir } = await aTenancy(await aDataDir());
  const broken = tenancy.provision({
    ...aRegistration(email),
    furnish: async (tx) => {
      await tx.run(sql`UPDATE emetteur SET nom = 'Jamais'`);
      throw new Error("no");
    },
  });
  await expect(broken).rejects.toThrow("no");
  expect(await control.read((db) => db.$count(societes))).toBe(0);
  expect(await files(dataDir)).toEqual([]);
  const { societeId } = await tenancy.provision(aRegistration(email));
  const [found] = await tenancy.openTenant(societeId).read((db) => db.select().from(emetteur));
  expect(found?.nom).toBe("");
});

test("a template damaged on disk is built anew rather than copied", async () => {
  const dataDir = await aDataDir();
  const before = await aTenancy(dataDir);
  await before.tenancy.provision(aRegistration("a@x.fr"));
  await before.close();
  const template = (await readdir(dataDir)).find((name) => /^modele-.*\.db$/.test(name)) ?? "";
  const path = join(dataDir, template);
  await writeFile(path, (await readFile(path)).fill(0x5a, 8_192, 12_288));

  const { tenancy } = await aTenancy(dataDir);
  const { societeId } = await tenancy.provision(aRegistration(email));
  const check = await tenancy
    .openTenant(societeId)
    .read((db) => db.get(sql`PRAGMA integrity_check`));
  expect(check).toEqual({ integrity_check: "ok" });
});

test("an e-mail already taken leaves no société, no file, and its first owner untouched", async () => {
  const { control, tenancy, dataDir } = await aTenancy(await aDataDir());
  await tenancy.provision(aRegistration(email));
  await expect(tenancy.provision(aRegistration(email, "Autre"))).rejects.toMatchObject({
    cause: { code: "SQLITE_CONSTRAINT" },
  });
  expect(await control.read((db) => db.$count(societes))).toBe(1);
  expect((await files(dataDir)).filter((name) => name.endsWith(".db"))).toHaveLength(1);
});

test.each(provisionSteps)(
  "killed once %s, a registration leaves nothing half-made and the e-mail registers again",
  async (step) => {
    const dataDir = await aDataDir();
    const child = await foreignProcess("register.ts", [dataDir, email, step]);
    expect(await child.exited()).toBeNull(); // killed, not ended
    expect(child.errors()).toBe("");

    const { control, tenancy } = await aTenancy(dataDir);
    const made = step === "admitted" || step === "cleared";
    expect((await findUser(control, email)) !== undefined).toBe(made);
    expect(await control.read((db) => db.$count(societes))).toBe(made ? 1 : 0);
    expect((await files(dataDir)).filter((name) => /\.db(\.tmp)?$/.test(name))).toHaveLength(
      made ? 1 : 0,
    );
    if (made) return;
    const { societeId } = await tenancy.provision(aRegistration(email));
    const mark = await tenancy.openTenant(societeId).read((db) => db.select().from(tenantMark));
    expect(mark).toEqual([{ societeId, only: 1 }]);
  },
);

test("what a former version left half-made is removed; a file that nothing calls half-made is kept", async () => {
  const dataDir = await aDataDir();
  const before = await aTenancy(dataDir);
  const [half, unknown] = ["a@x.fr", "b@x.fr"].map((each) =>
    before.tenancy.provision(aRegistration(each)),
  );
  const { societeId: halfMade } = await (half as NonNullable<typeof half>);
  const { societeId: rowless } = await (unknown as NonNullable<typeof unknown>);
  await before.control.write(async (tx) => {
    await tx.delete(memberships);
    await tx.update(societes).set({ status: "provisioning" }).where(eq(societes.id, halfMade));
    await tx.delete(societes).where(eq(societes.id, rowless));
  });
  await before.close();

  const { control } = await aTenancy(dataDir);
  expect(await control.read((db) => db.$count(societes))).toBe(0);
  const left = (await files(dataDir)).filter((name) => name.endsWith(".db"));
  expect(left).toEqual([expect.stringContaining(rowless)]);
});
