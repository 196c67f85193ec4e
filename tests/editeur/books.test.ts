import { expect, test } from "vitest";
import { abonnements } from "#db/control/schema/abonnements";
import { facturesEditeur } from "#db/control/schema/factures-editeur";
import { reglages } from "#db/control/schema/reglages";
import { clients } from "#db/tenant/schema/clients";
import { emetteur } from "#db/tenant/schema/emetteur";
import { createBooksKeeper } from "#server/editeur/create-books-keeper";
import { noteToBook } from "#server/editeur/note-to-book";
import type { CreditNote, PaidDocument, PaidInvoice } from "#server/editeur/paid-document";
import { aService, aSociete } from "../support/a-societe.ts";

const invoice: PaidInvoice = {
  kind: "facture",
  stripeId: "in_1",
  reference: "FP-0001",
  lines: [
    { label: "Pro", from: "2026-03-02", until: "2026-04-01", amountHt: 2_900 },
    {
      label: "Temps non utilisé d’Essentiel",
      from: "2026-03-02",
      until: "2026-03-20",
      amountHt: -540,
    },
  ],
  totalHt: 2_360,
  totalTva: 472,
  totalTtc: 2_832,
  method: "carte",
  paidOn: "2026-03-02",
};

const creditNote = (changes: Partial<CreditNote> = {}): CreditNote => ({
  kind: "avoir",
  stripeId: "cn_1",
  invoiceId: "in_1",
  reason: "Geste commercial",
  totalHt: 1_000,
  totalTva: 200,
  totalTtc: 1_200,
  method: "carte",
  givenBackOn: "2026-03-02",
  ...changes,
});

/** The éditeur, a société that pays, and a keeper reading `paid` in place of Stripe. */
async function books(paid: readonly PaidDocument[], { isFurnished = true } = {}) {
  const service = await aService();
  const editeur = await aSociete({ service });
  const payer = await aSociete({ service, isFurnished });
  const { control, tenancy } = service;
  const { societeId } = payer;
  await control.write(async (tx) => {
    await tx.insert(reglages).values({ key: "editeur", value: editeur.societeId, at: 0 });
    await tx.insert(abonnements).values({ societeId, freeSince: 0, createdAt: 0 });
  });
  const keeper = createBooksKeeper({
    control,
    tenancy,
    clock: editeur.clock,
    readPaid: async (stripeId) => {
      const found = paid.find((one) => one.stripeId === stripeId);
      if (!found) throw new Error("Stripe does not answer");
      return found;
    },
    wakeRendering: () => {},
  });
  const keep = async (kind: "facture" | "avoir", stripeId: string) => {
    await control.write((tx) =>
      noteToBook(tx, { stripeId, kind, societeId, at: editeur.clock().at }),
    );
    keeper.wake();
    await keeper.settled();
  };
  const lines = () => control.read((db) => db.select().from(facturesEditeur));
  const issued = () => editeur.caller.factures.list({});
  return { editeur, payer, keeper, keep, lines, issued };
}

test("a paid invoice becomes a facture of the éditeur to the société, paid, once", async () => {
  const { editeur, keep, lines, issued, payer } = await books([invoice]);
  await keep("facture", "in_1");
  await keep("facture", "in_1");
  const { rows } = await issued();
  expect(rows).toHaveLength(1);
  const { facture, settlement, snapshot } = await editeur.caller.factures.get({
    factureId: rows[0]?.id ?? "",
  });
  expect(facture).toMatchObject({ status: "emise", totalTtc: 2_832, totalTva: 472 });
  expect(settlement).toMatchObject({ status: "payee" });
  expect(snapshot?.acheteur).toMatchObject({ nom: "Atelier Lenoir", siren: "732829320" });
  expect(snapshot).toMatchObject({
    acquittement: { paidOn: "2026-03-02", method: "carte" },
    paymentTerms: "Payée le 2\u00a0mars\u00a02026 par carte",
    dueOn: "2026-03-02",
    process: "S2",
  });
  expect(await lines()).toMatchObject([
    { status: "issued", number: facture.number, factureId: facture.id, societeId: payer.societeId },
  ]);
});

test("the société stays one client of the éditeur, who follows what it says of itself", async () => {
  const second = { ...invoice, stripeId: "in_2", reference: "FP-0002" };
  const { editeur, payer, keep, issued } = await books([invoice, second]);
  await keep("facture", "in_1");
  await payer.tenant.write((tx) => tx.update(emetteur).set({ nom: "Lenoir & Fille" }));
  await keep("facture", "in_2");
  expect((await issued()).rows).toHaveLength(2);
  const all = await editeur.tenant.read((db) => db.select().from(clients));
  const buyers = all.filter(({ siren }) => siren === "732829320");
  expect(buyers.map(({ nom }) => nom)).toEqual(["Lenoir & Fille"]);
});

test("an incomplete buyer, or a total that is not what was paid, delays the books and takes no number", async () => {
  const wrong = { ...invoice, stripeId: "in_3", totalTtc: 2_835 };
  const incomplete = await books([invoice], { isFurnished: false });
  await incomplete.keep("facture", "in_1");
  const [waiting] = await incomplete.lines();
  expect(waiting).toMatchObject({ status: "failed", attempts: 1 });
  expect(waiting?.error).toContain("client.siren REQUIRED");
  expect((await incomplete.issued()).rows).toHaveLength(0);

  const { keep, lines, issued } = await books([wrong]);
  await keep("facture", "in_3");
  expect(await lines()).toMatchObject([
    { status: "failed", error: "paid 2835 cents, our total is 2832" },
  ]);
  expect((await issued()).rows).toHaveLength(0);
});

test("a tax rounded ligne by ligne at Stripe may differ by a cent a ligne, and leaves no debt", async () => {
  const rounded = { ...invoice, stripeId: "in_4", totalTtc: 2_833 };
  const { keep, lines, issued } = await books([rounded]);
  await keep("facture", "in_4");
  expect(await lines()).toMatchObject([{ status: "issued" }]);
  const [row] = (await issued()).rows;
  expect(row).toMatchObject({ totalTtc: 2_832, settlement: { status: "payee", reste: 0 } });
});

test("what failed is tried again later, not at once", async () => {
  const paid: PaidDocument[] = [];
  const { editeur, keep, lines, keeper } = await books(paid);
  await keep("facture", "in_1");
  paid.push(invoice);
  keeper.wake();
  await keeper.settled();
  expect(await lines()).toMatchObject([{ status: "failed", attempts: 1 }]);
  editeur.wait(3_600_000);
  keeper.wake();
  await keeper.settled();
  expect(await lines()).toMatchObject([{ status: "issued", error: null }]);
});

test("a credit note becomes an avoir of its part, then no more than the facture may be given back", async () => {
  const rest = creditNote({ stripeId: "cn_2", totalHt: 1_361, totalTva: 272, totalTtc: 1_633 });
  const { editeur, keep, lines, issued } = await books([invoice, creditNote(), rest]);
  await keep("facture", "in_1");
  await keep("avoir", "cn_1");
  await keep("avoir", "cn_2");
  const { rows } = await issued();
  expect(rows.map(({ type, totalTtc }) => [type, totalTtc]).sort()).toEqual([
    ["avoir", 1_200],
    ["facture", 2_832],
  ]);
  const avoir = rows.find(({ type }) => type === "avoir");
  const { snapshot, origine } = await editeur.caller.factures.get({ factureId: avoir?.id ?? "" });
  expect(snapshot?.preceding).toEqual([{ number: "F-2026-00001", issuedOn: "2026-03-02" }]);
  expect(origine).not.toBeNull();
  expect((await lines()).find(({ stripeId }) => stripeId === "cn_2")?.error).toBe("AVOIR_EXCEEDS");
});

test("a credit note of the whole cancels the facture, and waits for it when it comes first", async () => {
  const whole = creditNote({ totalHt: 2_360, totalTva: 472, totalTtc: 2_832 });
  const { editeur, keep, lines, keeper } = await books([invoice, whole]);
  await keep("avoir", "cn_1");
  expect((await lines())[0]?.error).toBe("the facture of in_1 is not issued yet");
  await keep("facture", "in_1");
  editeur.wait(3_600_000);
  keeper.wake();
  await keeper.settled();
  expect((await lines()).map(({ status }) => status)).toEqual(["issued", "issued"]);
  const [cancelled] = (await editeur.caller.factures.list({ settlement: "annulee" })).rows;
  expect(cancelled?.number).toBe("F-2026-00001");
});
