import { expect, test } from "vitest";
import { newId } from "#server/id";
import { aSociete } from "../support/a-societe.ts";

test("an issued facture carries the next number, its XML and its place in the chain", async () => {
  const { caller, aBrouillon } = await aSociete();
  const { factureId, version } = await aBrouillon();

  const issued = await caller.factures.issue({ factureId, version, idempotencyKey: newId() });

  expect(issued).toEqual({ factureId, number: "F-2026-00001", issuedOn: "2026-03-02" });
  const { facture, snapshot, settlement, timeline } = await caller.factures.get({ factureId });
  expect(facture).toMatchObject({ status: "emise", totalTtc: 12_000, dueOn: "2026-04-01" });
  expect(snapshot?.number).toBe("F-2026-00001");
  expect(settlement).toMatchObject({ reste: 12_000, status: "a_payer" });
  expect(timeline.map(({ kind }) => kind)).toEqual(["facture.issued", "facture.drafted"]);
  expect((await caller.factures.document({ factureId })).xml).toContain("F-2026-00001");
  expect((await caller.journal.verify()).fault).toBeNull();
});
