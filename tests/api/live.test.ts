import { expect, test } from "vitest";
import { bus } from "#server/journal/bus";
import { followJournal } from "#server/journal/follow-journal";
import type { LiveEvent } from "#server/journal/kinds";
import { aService, aSociete, type Societe } from "../support/a-societe.ts";

/** What a browser receives until it has `count` events. */
async function receive({ tenant }: Pick<Societe, "tenant">, after: number | null, count: number) {
  const stop = new AbortController();
  const events: LiveEvent[] = [];
  for await (const event of followJournal(tenant, after, stop.signal)) {
    events.push(event);
    if (events.length >= count) stop.abort();
  }
  return events;
}

const kindsOf = (events: readonly LiveEvent[]) => events.map(({ kind }) => kind);

test("a colleague's client and facture arrive, in order, with nothing of their content", async () => {
  const societe = await aSociete();
  const received = receive(societe, null, 3);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { clientId } = await societe.aClient({ nom: "Secret" });
  const { factureId } = await societe.anIssued();

  const events = await received;
  expect(kindsOf(events)).toEqual(["live.opened", "client.created", "facture.issued"]);
  expect(events[1]).toEqual({ id: expect.any(Number), kind: "client.created", entityId: clientId });
  expect(events[2]).toMatchObject({ kind: "facture.issued", entityId: factureId });
  expect(bus.listenersOf(societe.societeId)).toBe(0);
});

test("a stream taken up again gets what it missed, once", async () => {
  const societe = await aSociete();
  const [opened] = await receive(societe, null, 1);
  const missed = await societe.aClient({ nom: "Pendant l’absence" });
  const received = receive(societe, opened?.id ?? 0, 2);
  const after = await societe.aClient({ nom: "Après" });
  const events = await received;
  expect(events.map(({ entityId }) => entityId)).toEqual([missed.clientId, after.clientId]);
  expect(events.map(({ id }) => id)).toEqual([(opened?.id ?? 0) + 1, (opened?.id ?? 0) + 2]);
});

test("an autosave is seen live, without a line in the journal", async () => {
  const societe = await aSociete();
  const { factureId } = await societe.aBrouillon();
  const before = await societe.caller.journal.verify();
  const received = receive(societe, before.lines, 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { content } = await societe.caller.factures.get({ factureId });
  await societe.caller.factures.update({
    factureId,
    version: 1,
    content: structuredClone(content) as never,
  });
  expect(await received).toEqual([
    { id: before.lines, kind: "facture.updated", entityId: factureId },
  ]);
  expect(await societe.caller.journal.verify()).toEqual(before);
});

test("who was away for too long is told to ask everything again", async () => {
  const societe = await aSociete({ isFurnished: false });
  for (let i = 0; i < 201; i++) await societe.caller.produits.create(aProduit(i));
  const [event] = await receive(societe, 0, 1);
  expect(event).toEqual({ id: 201, kind: "live.opened", entityId: "" });
});

test("a place the journal does not know, since it was restored to an earlier day, is no deaf one", async () => {
  const societe = await aSociete({ isFurnished: false });
  const received = receive(societe, 5_000, 2);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { produitId } = await societe.caller.produits.create(aProduit(1));
  expect(await received).toEqual([
    { id: 0, kind: "live.opened", entityId: "" },
    { id: 1, kind: "produit.created", entityId: produitId },
  ]);
});

const aProduit = (i: number) =>
  ({ designation: `Produit ${i}`, unitPriceHt: 0, rate: 2000, nature: "bien" }) as const;

test("nothing of one société reaches the stream of another", async () => {
  const service = await aService();
  const [one, other] = [await aSociete({ service }), await aSociete({ service })];
  const received = receive(one, null, 2);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await other.aClient();
  const { clientId } = await one.aClient();
  expect((await received)[1]).toMatchObject({ entityId: clientId });
});

test("a refused write says nothing to anybody", async () => {
  const societe = await aSociete();
  const heard: LiveEvent[] = [];
  const stop = bus.subscribe(societe.societeId, (event) => heard.push(event));
  await societe.anIssued({ lignes: [] }).catch(() => {});
  stop();
  expect(heard).toEqual([]);
});
