import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createNightlyCheck } from "#server/jobs/create-nightly-check";
import { aService, aSociete } from "../support/a-societe.ts";

test("the nightly check passes over sound books and names the société whose books do not hold", async () => {
  const service = await aService();
  const sound = await aSociete({ service });
  const forged = await aSociete({ service });
  await sound.anIssued();
  await forged.anIssued();
  const nightly = createNightlyCheck({ ...service, clock: sound.clock });
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
