import { readdir } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { memberships } from "#db/control/schema/memberships";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
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
    const made = step === "admitted";
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
