import type { OpenSandbox } from "../open-sandbox.ts";
import { StripeError } from "../stripe-error.ts";

type Failure = { readonly error?: { readonly message: string; readonly code?: string } };

/**
 * Act as Stripe's own portal does: through the same API as everybody, so with the same rules, events and file.
 *
 * @throws StripeError with the API's message and code
 */
export async function callApi(
  { store, stripeEnv }: OpenSandbox,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const answer = await store.handle(
    new Request(`http://localhost/v1/${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${stripeEnv.STRIPE_SECRET_KEY}` },
      body: new URLSearchParams(fields),
    }),
  );
  if (answer.ok) return;
  const { error } = (await answer.json()) as Failure;
  const code = error?.code;
  throw new StripeError(error?.message ?? "", { status: answer.status, ...(code ? { code } : {}) });
}
