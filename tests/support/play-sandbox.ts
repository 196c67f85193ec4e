import type { Page } from "playwright-core";
import type { FurnishedVisitor } from "./a-furnished-visitor.ts";

/** What the sandbox's buttons are called: the number is told beside. */
const payments = {
  accepted: /^Paiement accepté 4242/,
  acceptedOnce: /^Acceptée aujourd’hui, refusée au renouvellement/,
  authenticatedAlways: /^3-D Secure demandé à chaque paiement 4000/,
  sepa: /^Prélèvement SEPA réussi après/,
  sepaFailed: /^Prélèvement SEPA rejeté/,
} as const;

/** Pay on the sandbox's page, whichever it is: Checkout or an invoice. */
export const pay = (page: Page, how: keyof typeof payments) =>
  page.getByRole("button", { name: payments[how] }).click();

/** From the page of the subscription, buy that offer and come back. */
export async function subscribe(page: Page, nom: string, how: keyof typeof payments) {
  await page
    .getByRole("button", { name: `Passer à ${nom}` })
    .first()
    .click();
  await page.waitForURL(/\/bac-a-sable\/checkout\//);
  await pay(page, how);
  await page.getByText(`Paiement reçu : ${nom} est en place.`).waitFor();
}

const steps = {
  day: "Avancer d’un jour",
  week: "Avancer d’une semaine",
  month: "Avancer d’un mois",
} as const;

/** Let the product's time pass, from the sandbox's own page; the sessions of the browser stay. */
export async function advance(page: Page, ...passing: readonly (keyof typeof steps)[]) {
  await page.goto("/bac-a-sable/horloge");
  for (const step of passing) {
    await page.getByRole("button", { name: steps[step] }).click();
    await page.getByRole("heading", { name: "Horloge" }).waitFor();
  }
}

/** Issue a new facture without the page; its number, or the code of the refusal. */
export async function issueOne({ api, aBrouillon }: FurnishedVisitor): Promise<string> {
  const { factureId } = await aBrouillon();
  const asked = { factureId, version: 1, idempotencyKey: `essai-${factureId}` };
  return api.factures.issue.mutate(asked).then(
    ({ number }) => number ?? "",
    (error: { data?: { refusal?: string } }) => error.data?.refusal ?? String(error),
  );
}
