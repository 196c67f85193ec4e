import { expect, test } from "vitest";
import { users } from "#db/control/schema/users";
import { momentOf } from "#server/clock";
import { keepVisites, listVisitesKept } from "#server/compte/keep-visites";
import { aDataDir } from "../tenancy/a-data-dir.ts";
import { at } from "../tenancy/a-registration.ts";
import { aSociete, aTenancy } from "../tenancy/a-tenancy.ts";

test("a guided visit taken or put away is kept for that person, once, and for nobody else", async () => {
  const { tenancy, control } = await aTenancy(await aDataDir());
  await aSociete(tenancy);
  await aSociete(tenancy);
  const [zoe, leo] = await control.read((db) => db.select({ userId: users.id }).from(users));
  if (!zoe || !leo) throw new Error("nobody registered");
  const now = momentOf(at);
  await keepVisites({ control }, ["liste"], { ...zoe, now });
  await keepVisites({ control }, ["liste", "editeur"], { ...zoe, now });
  expect((await listVisitesKept({ control }, zoe)).sort()).toEqual(["editeur", "liste"]);
  expect(await listVisitesKept({ control }, leo)).toEqual([]);
});
