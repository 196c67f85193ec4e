import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { plans } from "#db/control/schema/plans";
import { cancelAbonnement, resumeAbonnement } from "#server/billing/cancel-abonnement";
import { changePlan } from "#server/billing/change-plan";
import { giveMonths } from "#server/billing/give-months";
import { listStripeInvoices } from "#server/billing/list-stripe-invoices";
import { openCheckout } from "#server/billing/open-checkout";
import { openPortal } from "#server/billing/open-portal";
import { previewChange } from "#server/billing/preview-change";
import { syncPlans } from "#server/billing/sync-plans";
import { findStripeMock, startStripeMock } from "../support/stripe-mock.ts";
import { aBilling, aCustomer, disputed } from "./a-billing.ts";

type Recorded = { readonly method: string; readonly path: string; readonly body: string };

/** Every call the product makes of Stripe, as it left. */
async function everyCall(): Promise<Recorded[]> {
  const { service, stripe, billing, subscribe, deliverAll } = await aBilling();
  const { id: societeId } = await aCustomer(service);
  await service.doors.control.write((tx) =>
    tx.update(plans).set({ priceHt: 1_900 }).where(eq(plans.code, "essentiel_mensuel")),
  );
  await syncPlans(billing, true);
  await openCheckout(billing, { societeId, planCode: "pro_mensuel" });
  await subscribe(societeId);
  await previewChange(billing, { societeId, planCode: "pro_mensuel" });
  await changePlan(billing, { societeId, planCode: "pro_mensuel" });
  await changePlan(billing, { societeId, planCode: "essentiel_mensuel" });
  await resumeAbonnement(billing, societeId);
  await giveMonths(billing, { societeId, mois: 2, cle: crypto.randomUUID() });
  await changePlan(billing, { societeId, planCode: "essentiel_mensuel" });
  await resumeAbonnement(billing, societeId);
  await cancelAbonnement(billing, societeId);
  await openPortal(billing, societeId);
  await listStripeInvoices(billing, societeId);
  await billing.reconcile();
  const { id: disputing } = await aCustomer(service);
  await subscribe(disputing, "essentiel_mensuel", disputed);
  stripe.advanceDays(8);
  await deliverAll();
  // from here on requests leave this process
  stripe.server.close();
  return [...stripe.requests];
}

/** « POST /v1/customers/:id email metadata[societeId] »: what stripe-mock judges, without the values. */
function shapeOf({ method, path: url, body }: Recorded): string {
  const { pathname, search } = new URL(url, "https://api.stripe.com");
  const names = [...new URLSearchParams(method === "GET" ? search : body).keys()];
  const ids = /\/(?:cus|sub|sub_sched|price|bpc|cs_test|in|py|du|facturepro)_[^/]+/g;
  const distinct = [...new Set(names.map((name) => name.replaceAll(/\[\d+\]/g, "[]")))].sort();
  return [method, pathname.replaceAll(ids, "/:id"), ...distinct].join(" ");
}

const acceptedFile = path.join(import.meta.dirname, "accepted-by-stripe-mock.json");
const binary = findStripeMock();

test("every call the product makes was accepted by Stripe's own mock server", async () => {
  const calls = await everyCall();
  expect(calls.length).toBeGreaterThan(20);
  if (binary === null) {
    const accepted: string[] = JSON.parse(readFileSync(acceptedFile, "utf8"));
    const unknown = [...new Set(calls.map(shapeOf))].filter((shape) => !accepted.includes(shape));
    // to accept a new one: install stripe-mock, name it in STRIPE_MOCK, run this test with RECORD=1
    expect(unknown).toEqual([]);
    return;
  }
  const mock = await startStripeMock(binary);
  onTestFinished(() => void mock.stop());
  const refused: string[] = [];
  for (const call of calls) {
    const answer = await fetch(`${mock.origin}${call.path}`, {
      method: call.method,
      headers: {
        authorization: "Bearer sk_test_123",
        "content-type": "application/x-www-form-urlencoded",
      },
      ...(call.method === "GET" ? {} : { body: call.body }),
    });
    if (!answer.ok) refused.push(`${shapeOf(call)}\n${await answer.text()}`);
  }
  expect(refused).toEqual([]);
  if (process.env["RECORD"] === "1") {
    const shapes = [...new Set(calls.map(shapeOf))].sort();
    writeFileSync(acceptedFile, `${JSON.stringify(shapes, null, 2)}\n`);
  }
});
