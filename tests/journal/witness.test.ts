import { expect, test } from "vitest";
import { journal } from "#db/tenant/schema/journal";
import { newId } from "#server/id";
import { bus } from "#server/journal/bus";
import { followJournal } from "#server/journal/follow-journal";
import { createWitness } from "#server/journal/witness";
import { aSociete, type Societe } from "../support/a-societe.ts";

async function quietLines({ tenant, witness }: Societe) {
  await witness.settled();
  const rows = await tenant.read((db) => db.select().from(journal));
  return rows
    .filter(({ kind }) => kind.startsWith("acces.") || kind.startsWith("journal."))
    .map(({ kind, actorNom, payload }) => ({ kind, actorNom, ...JSON.parse(payload) }));
}

test("a role refused and an unknown id asked are lines of the société, without the id", async () => {
  const societe = await aSociete();
  const { factureId } = await societe.aBrouillon();
  await societe
    .as("comptable", "Nadia")
    .factures.discard({ factureId })
    .catch(() => {});
  const elsewhere = newId();
  await societe.caller.factures.get({ factureId: elsewhere }).catch(() => {});
  const lines = await quietLines(societe);
  expect(lines).toEqual([
    {
      ...{ kind: "acces.refused", actorNom: "Nadia" },
      ...{ code: "ROLE_FORBIDDEN", procedure: "factures.discard" },
    },
    {
      ...{ kind: "acces.refused", actorNom: "Claire Aubry" },
      ...{ code: "FACTURE_NOT_FOUND", procedure: "factures.get" },
    },
  ]);
  expect(JSON.stringify(lines)).not.toContain(elsewhere);
  expect((await societe.caller.journal.verify()).fault).toBeNull();
});

test("the same refusal met a hundred times is one line, counted", async () => {
  const societe = await aSociete();
  const wrong = () => societe.caller.factures.get({ factureId: newId() }).catch(() => {});
  await Promise.all(Array.from({ length: 100 }, wrong));
  expect(await quietLines(societe)).toEqual([expect.objectContaining({ fois: 100 })]);
});

test("what is beyond the bound is counted in a line, never dropped in silence", async () => {
  const societe = await aSociete({ isFurnished: false });
  const by = { actor: { userId: "u", userName: "Anne" }, now: societe.clock() };
  for (let i = 0; i < 530; i++)
    societe.witness.note(
      societe.societeId,
      { kind: "document.downloaded", entityId: String(i), payload: { format: "pdf" } },
      by,
    );
  expect(await quietLines(societe)).toEqual([
    { kind: "journal.saturated", actorNom: "FacturePro", lost: 30 },
  ]);
  expect(await societe.tenant.read((db) => db.$count(journal))).toBe(501);
});

test("a clean stop writes what waits; what cannot be written is tried again", async () => {
  const societe = await aSociete({ isFurnished: false });
  let isBroken = true;
  const witness = createWitness({
    openTenant: (id) => ({
      ...societe.tenancy.openTenant(id),
      write: (work) => (isBroken ? Promise.reject(new Error("full")) : societe.tenant.write(work)),
    }),
  });
  const by = { actor: { userId: "u", userName: "Anne" }, now: societe.clock() };
  witness.note(societe.societeId, { kind: "session.opened", entityId: "u" }, by);
  await witness.settled();
  expect(await societe.tenant.read((db) => db.$count(journal))).toBe(0);
  isBroken = false;
  await witness.close();
  expect(await societe.tenant.read((db) => db.$count(journal))).toBe(1);
});

test("who looks and who is refused wakes no page, live or resumed", async () => {
  const societe = await aSociete();
  const { lines } = await societe.caller.journal.verify();
  const heard: string[] = [];
  const stop = bus.subscribe(societe.societeId, ({ kind }) => heard.push(kind));
  await societe.caller.factures.get({ factureId: newId() }).catch(() => {});
  await societe.witness.settled();
  await societe.aClient();
  stop();
  expect(heard).toEqual(["client.created"]);

  const leave = new AbortController();
  for await (const event of followJournal(societe.tenant, lines, leave.signal)) {
    expect(event).toMatchObject({ id: lines + 2, kind: "client.created" });
    leave.abort();
  }
});

test("a stream taken up again after a quiet line misses nothing", async () => {
  const societe = await aSociete();
  await societe.caller.factures.get({ factureId: newId() }).catch(() => {});
  await societe.witness.settled();
  const { lines } = await societe.caller.journal.verify();
  await societe.aClient();
  const leave = new AbortController();
  for await (const event of followJournal(societe.tenant, lines, leave.signal)) {
    expect(event.kind).toBe("client.created");
    leave.abort();
  }
});
