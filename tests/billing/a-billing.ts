import { eq } from "drizzle-orm";
import { onTestFinished } from "vitest";
import { abonnements } from "#db/control/schema/abonnements";
import { memberships } from "#db/control/schema/memberships";
import { outbox } from "#db/control/schema/outbox";
import { users } from "#db/control/schema/users";
import { registerSociete } from "#server/auth/register-societe";
import { openCheckout } from "#server/billing/open-checkout";
import type { Payment } from "#server/billing/sandbox/pay-session";
import { syncPlans } from "#server/billing/sync-plans";
import type { SocieteId } from "#server/tenancy/tenant";
import { aService, type Service } from "../support/a-service.ts";
import { testPassword } from "../support/a-staffed-societe.ts";
import { createStripeServer, type StripeServer, webhookSecret } from "../support/stripe-server.ts";

export const visa: Payment = { number: "4242 4242 4242 4242" };
/** Accepted on the page, refused at every renewal. */
export const failsLater: Payment = { number: "4000 0000 0000 0341" };
export const sepa: Payment = { number: "FR14 2004 1010 0505 0001 3M02 606" };
export const sepaFails: Payment = { number: "FR84 2004 1010 0505 0001 3M02 607" };
/** Paid, then taken back by the bank. */
export const disputed: Payment = { number: "FR57 2004 1010 0505 0001 3M02 608" };

export type Options = Parameters<typeof createStripeServer>[0] & {
  readonly env?: Readonly<Record<string, string>>;
};

/** The whole service with Stripe answered in this process, and the plans on sale there. */
export async function aBilling({ env = {}, ...options }: Options = {}) {
  const stripe = createStripeServer(options);
  stripe.server.listen({ onUnhandledRequest: "error" });
  const service = await aService({
    clock: stripe.clock,
    env: { STRIPE_SECRET_KEY: "sk_test_bacasable", STRIPE_WEBHOOK_SECRET: webhookSecret, ...env },
  });
  const { billing } = service.doors;
  await syncPlans(billing, true);
  stripe.requests.length = 0;
  onTestFinished(async () => {
    await service.close();
    stripe.server.close();
  });
  return { ...world(service, stripe), stripe, service, billing };
}

function world(service: Service, stripe: StripeServer) {
  const { control, billing } = service.doors;
  const row = async (societeId: string) => {
    const [found] = await control.read((db) =>
      db.select().from(abonnements).where(eq(abonnements.societeId, societeId)),
    );
    if (!found) throw new Error("no abonnement");
    return found;
  };
  /** Every event of Stripe until now arrives, in its order, and is processed. */
  const deliverAll = async () => {
    for (const event of stripe.events.splice(0)) await post(service, JSON.stringify(event));
    await billing.flush();
  };
  const subscribe = async (societeId: string, planCode = "essentiel_mensuel", by = visa) => {
    const { url } = await openCheckout(billing, { societeId, planCode });
    stripe.pay(sessionOf(url), by);
    await deliverAll();
  };
  const mails = async (societeId: string) =>
    (await control.read((db) => db.select().from(outbox).where(eq(outbox.societeId, societeId))))
      .map(({ subject }) => subject)
      .filter((subject) => !subject.startsWith("Bienvenue"));
  const advanceDays = async (days: number) => {
    stripe.advanceDays(days);
    await deliverAll();
  };
  return { row, deliverAll, subscribe, mails, advanceDays };
}

/** The session's id, as Stripe's page carries it. */
export const sessionOf = (url: string): string => /cs_[A-Za-z0-9_]+/.exec(url)?.[0] ?? "";

/** One delivery, signed as Stripe signs it at the service's instant. */
export async function post(
  service: Service,
  payload: string,
  { secret = webhookSecret, age = 0 }: { readonly secret?: string; readonly age?: number } = {},
): Promise<Response> {
  const { stripe, clock } = service.doors.billing;
  const timestamp = Math.floor(clock().at / 1_000) - age;
  const signature = stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  return service.request("/webhooks/stripe", {
    method: "POST",
    body: payload,
    headers: { "stripe-signature": signature, "content-type": "application/json" },
  });
}

let next = 0;

/** A société of the service and its administrator, who never logs in. */
export async function aCustomer({ doors }: Service): Promise<{ id: SocieteId; email: string }> {
  const { auth, control, clock } = doors;
  const username = `abonne${++next}`;
  const email = `patron@${username}.example`;
  const passwords = { ...auth.passwords, hash: async () => "none" };
  await registerSociete(
    { ...auth, passwords, answerFloor: 0 },
    {
      nomSociete: `Abonne ${next} & Fils`,
      email,
      username,
      password: testPassword,
      ip: "127.0.0.1",
      now: clock(),
    },
  );
  const [found] = await control.read((db) =>
    db
      .select({ id: memberships.societeId })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(eq(users.username, username)),
  );
  return { id: (found?.id ?? "") as SocieteId, email };
}
