import { getAbonnementRow } from "#server/billing/get-abonnement-row";
import { openCheckout } from "#server/billing/open-checkout";
import { refreshAbonnement } from "#server/billing/refresh-abonnement";
import { paySession } from "#server/billing/sandbox/pay-session";
import type { Doors } from "#server/doors";
import type { SocieteId } from "#server/tenancy/tenant";
import type { DemoTrade } from "./demo-trades.ts";
import { findDemoSociete } from "./find-demo-societe.ts";

const acceptedCard = "4242 4242 4242 4242";

/** Pays for a subscription at the sandbox as its administrator would on the page; done already, nothing happens. */
export async function subscribeDemo(
  doors: Doors,
  { username, nom, line1, zip, city }: DemoTrade,
  planCode: string,
): Promise<void> {
  const { billing, control, sandbox } = doors;
  const societeId = await findDemoSociete(control, username);
  if (!sandbox || !societeId || (await hasSubscribed(doors, societeId))) return;
  const { url } = await openCheckout(billing, { societeId, planCode });
  const session = Object.values(sandbox.store.sandbox.state.checkoutSessions).find(
    (one) => one.url === url,
  );
  if (!session) throw new Error(`the sandbox has no page ${url}`);
  const address = { line1, line2: null, postal_code: zip, city, state: null, country: "FR" };
  paySession(sandbox.store.sandbox, session, { number: acceptedCard, name: nom, address });
  await sandbox.keep();
  await refreshAbonnement(billing, societeId);
}

const hasSubscribed = async ({ billing }: Doors, societeId: SocieteId): Promise<boolean> =>
  (await getAbonnementRow(billing, societeId)).subscriptionId !== null;
