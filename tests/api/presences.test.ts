import { expect, test, vi } from "vitest";
import { newId } from "#server/id";
import { bus } from "#server/journal/bus";
import type { LiveEvent } from "#server/journal/kinds";
import { aSociete } from "../support/a-societe.ts";

test("who has a brouillon open is known to the others, moves with the focus, and is forgotten after a silence", async () => {
  const { as, societeId, aBrouillon } = await aSociete();
  const { factureId } = await aBrouillon();
  const heard: LiveEvent[] = [];
  const stop = bus.subscribe(societeId, (event) => heard.push(event));
  const [mona, claire] = [as("employe", "Mona Keller"), as("admin", "Claire Aubry")];
  const [ofMona, ofClaire] = [newId(), newId()];
  const seenByClaire = () => claire.factures.presences({ factureId, pageId: ofClaire });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    await mona.factures.signalPresence({ factureId, pageId: ofMona, field: "subject" });
    expect(await seenByClaire()).toEqual([{ nom: "Mona Keller", isSelf: false, field: "subject" }]);
    expect(await mona.factures.presences({ factureId, pageId: ofMona })).toEqual([]);
    await mona.factures.signalPresence({ factureId, pageId: ofMona, field: "subject" });
    expect(heard).toEqual([{ id: 0, kind: "facture.presence", entityId: factureId }]);

    await mona.factures.signalPresence({ factureId, pageId: ofMona });
    expect(await seenByClaire()).toMatchObject([{ field: null }]);
    vi.advanceTimersByTime(20_000);
    expect(await seenByClaire()).toEqual([]);
    expect(heard).toHaveLength(3);
  } finally {
    vi.useRealTimers();
    stop();
  }
});

test("nobody is on a brouillon that was left, nor on a facture once issued", async () => {
  const { as, caller, aBrouillon } = await aSociete();
  const { factureId } = await aBrouillon();
  const mona = as("employe", "Mona Keller");
  const pageId = newId();
  const seen = () => caller.factures.presences({ factureId, pageId: newId() });
  await mona.factures.signalPresence({ factureId, pageId });
  await caller.factures.signalPresence({ factureId, pageId, isLeaving: true }); // not hers
  expect(await seen()).toHaveLength(1);
  await mona.factures.signalPresence({ factureId, pageId, isLeaving: true });
  expect(await seen()).toEqual([]);
  await caller.factures.issue({ factureId, version: 1, idempotencyKey: newId() });
  await mona.factures.signalPresence({ factureId, pageId });
  expect(await seen()).toEqual([]);
});

test("a brouillon is previewed as its document would say it, without a number", async () => {
  const { caller, aBrouillon } = await aSociete();
  const { factureId } = await aBrouillon({ subject: "Menuiseries" });
  const snapshot = await caller.factures.preview({ factureId });
  expect(snapshot).toMatchObject({ number: "", subject: "Menuiseries", issuedOn: "2026-03-02" });
  await caller.factures.issue({ factureId, version: 1, idempotencyKey: newId() });
  await expect(caller.factures.preview({ factureId })).rejects.toMatchObject({
    cause: { code: "FACTURE_ALREADY_ISSUED" },
  });
});
