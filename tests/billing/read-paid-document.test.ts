import { expect, test } from "vitest";
import { readPaidDocument } from "#server/billing/read-paid-document";
import { todayInParis } from "#server/domain/calendar";
import { aBilling, aCustomer } from "./a-billing.ts";

test("what was paid is said in the books' words, and two periods share no day", async () => {
  const { service, subscribe, advanceDays, billing, stripe } = await aBilling();
  const { id } = await aCustomer(service);
  await subscribe(id, "essentiel_mensuel");
  const began = todayInParis(stripe.clock().at);
  await advanceDays(32);
  const invoices = Object.values(stripe.store.sandbox.state.invoices)
    .filter(({ status }) => status === "paid")
    .sort((a, b) => a.created - b.created);
  const paid = await Promise.all(invoices.map((one) => readPaidDocument(billing, one.id)));

  expect(paid).toHaveLength(2);
  expect(paid[0]).toMatchObject({
    kind: "facture",
    lines: [{ label: "Offre Essentiel", from: began, amountHt: 900 }],
    totalHt: 900,
    totalTva: 180,
    totalTtc: 1_080,
    method: "carte",
    paidOn: began,
  });
  const [first, second] = paid.flatMap((one) => (one.kind === "facture" ? one.lines : []));
  expect((first?.until ?? "") < (second?.from ?? "")).toBe(true);
  expect((first?.until ?? "") > (first?.from ?? "")).toBe(true);
});
