import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { idempotences } from "#db/tenant/schema/idempotences";
import { createNightlyCheck } from "#server/jobs/create-nightly-check";
import { aService, aSociete } from "../support/a-societe.ts";

const bankNotices = { tell: async () => {} };

test("the nightly check forgets the answers nobody will ask for again, and nothing else", async () => {
  const service = await aService();
  const societe = await aSociete({ service });
  await societe.anIssued();
  const { tenant, clock } = societe;
  const insert = (key: string, at: number) =>
    tenant.write((tx) =>
      tx.insert(idempotences).values({ key, requestSha256: "00", response: "{}", at }),
    );
  const day = 86_400_000;
  await insert("old", clock().at - 91 * day);
  await insert("recent", clock().at - 89 * day);
  const nightly = createNightlyCheck({ ...service, clock, bankNotices });
  expect(await nightly.check()).toEqual([]);
  const kept = await tenant.read((db) => db.select({ key: idempotences.key }).from(idempotences));
  expect(kept.map(({ key }) => key)).toContain("recent");
  expect(kept.map(({ key }) => key)).not.toContain("old");
  expect(kept).toHaveLength(2);
  await nightly.close();
});

test("the nightly check passes over sound books and names the société whose books do not hold", async () => {
  const service = await aService();
  const sound = await aSociete({ service });
  const forged = await aSociete({ service });
  await sound.anIssued();
  await forged.anIssued();
  const nightly = createNightlyCheck({ ...service, clock: sound.clock, bankNotices });
  expect(await nightly.check()).toEqual([]);

  await forged.tenant.write(async (tx) => {
    await tx.run(sql`DROP TRIGGER emissions_frozen`);
    await tx.run(sql`UPDATE emissions SET xml = replace(xml, '120.00', '120.01')`);
  });

  const faults = await nightly.check();
  expect(faults.map(({ societeId }) => societeId)).toEqual([forged.societeId]);
  expect(faults[0]?.what).toContain("XML");
  await nightly.close();
});
