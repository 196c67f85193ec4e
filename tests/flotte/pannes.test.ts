import { copyFile, writeFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outbox } from "#db/control/schema/outbox";
import { pannes } from "#db/control/schema/pannes";
import { createSuperAdmin } from "#server/auth/create-super-admin";
import { createPannes } from "#server/flotte/create-pannes";
import { societeFile } from "#server/tenancy/paths";
import type { SocieteId } from "#server/tenancy/tenant";
import { aService, type Service } from "../support/a-service.ts";

let service: Service;
beforeAll(async () => {
  service = await aService();
});
afterAll(() => service.close());

const rows = () => service.doors.control.read((db) => db.select().from(pannes));
const mails = () =>
  service.doors.control.read((db) =>
    db.select({ to: outbox.to }).from(outbox).where(eq(outbox.to, "ops@facturepro.example")),
  );

async function aSociete(nom: string): Promise<SocieteId> {
  const { societeId } = await service.doors.tenancy.provision({
    ...{ nom, slug: nom.toLowerCase(), at: 0 },
    admit: async () => null,
  });
  return societeId;
}

test("a corrupted file is told to the operator once, breaks nobody else, and is over once repaired", async () => {
  const { doors, dataDir } = service;
  const admin = {
    email: "ops@facturepro.example",
    username: "ops",
    password: "quatre mots sans rapport",
  };
  await createSuperAdmin(doors.control, admin, doors.clock());
  const [broken, sound] = [await aSociete("Cassée"), await aSociete("Saine")];
  const file = societeFile(dataDir, broken, 1);
  await copyFile(file, `${dataDir}/intact.db`);
  await writeFile(file, Buffer.alloc(50_000, 7));

  const open = (id: SocieteId) => doors.tenancy.openTenant(id).read(async () => "served");
  for (let i = 0; i < 3; i++)
    await expect(open(broken)).rejects.toMatchObject({ code: "SOCIETE_UNAVAILABLE" });
  expect(await open(sound)).toBe("served");
  await doors.pannes.settled();
  expect(await rows()).toEqual([
    expect.objectContaining({ societeId: broken, code: "SQLITE_NOTADB" }),
  ]);
  expect(await mails()).toHaveLength(1);

  const again = createPannes({ ...doors, appOrigin: "http://localhost", wakeMail: () => {} });
  await again.load(); // as a new start does
  again.note(broken, new Error("still"));
  await again.settled();
  expect(await mails()).toHaveLength(1);

  await copyFile(`${dataDir}/intact.db`, file);
  expect(await open(broken)).toBe("served");
  await doors.pannes.settled();
  expect(await rows()).toEqual([]);
});
