import type { BillingDoors } from "#server/billing/billing-doors";
import { createBilling } from "#server/billing/create-billing";
import { readPaidDocument } from "#server/billing/read-paid-document";
import type { Clock } from "#server/clock";
import { createBooksKeeper } from "#server/editeur/create-books-keeper";
import type { Env } from "#server/env";
import type { RenderJobs } from "#server/jobs/create-render-jobs";
import type { Mail } from "#server/mail/create-mail";
import { accentOf } from "#server/marque/accent-of";
import type { Control } from "#server/tenancy/control";
import type { Tenancy } from "#server/tenancy/create-tenancy";

type Opened = {
  readonly env: Env;
  readonly control: Control;
  readonly tenancy: Tenancy;
  readonly clock: Clock;
  readonly mail: Mail;
  readonly renderJobs: RenderJobs;
  /** What a société may do has changed. */
  readonly onChange: BillingDoors["onChange"];
};

/** The door to Stripe, and the éditeur's books beside it: each tells the other of what was paid. */
export function openBilling(opened: Opened) {
  const { env, control, tenancy, clock, mail, renderJobs, onChange } = opened;
  const billing = createBilling({
    control,
    clock,
    mail,
    env,
    onChange,
    accentOf: (societeId) => accentOf(tenancy, societeId),
    books: { wake: () => books.wake() },
  });
  const books = createBooksKeeper({
    control,
    tenancy,
    clock,
    readPaid: (stripeId) => readPaidDocument(billing, stripeId),
    wakeRendering: renderJobs.wake,
  });
  return { billing, books };
}
