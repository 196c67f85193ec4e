import { stripeEffects } from "#db/control/schema/stripe-events";
import type { ControlTx } from "#server/tenancy/control";

/** True the first time `effect` is asked of `key`; in the transaction of the effect, so that both are kept or neither. */
export async function isFirstTime(
  tx: ControlTx,
  { key, effect, at }: { readonly key: string; readonly effect: string; readonly at: number },
): Promise<boolean> {
  const inserted = await tx
    .insert(stripeEffects)
    .values({ key, effect, at })
    .onConflictDoNothing()
    .returning({ key: stripeEffects.key });
  return inserted.length === 1;
}
