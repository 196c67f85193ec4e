import { createHash } from "node:crypto";
import { z } from "zod";

/** All that is read of an event: what it is about. Its body is never taken for a state. */
const Envelope = z.object({
  id: z.string().min(1).max(255),
  object: z.literal("event"),
  type: z.string().min(1).max(100),
  created: z.int().min(0),
  livemode: z.boolean(),
  account: z.string().nullish(),
  data: z.object({
    object: z.looseObject({
      id: z.string().max(255).nullish(),
      object: z.string().optional(),
      customer: z.union([z.string(), z.looseObject({ id: z.string() })]).nullish(),
    }),
  }),
});

export type StripeEvent = {
  readonly id: string;
  readonly type: string;
  readonly objectId: string | null;
  readonly customerId: string | null;
  /** Stripe's instant, milliseconds UTC. */
  readonly createdAt: number;
  readonly livemode: boolean;
  /** A connected account's; null for our own. */
  readonly account: string | null;
  readonly bodyHash: string;
};

/** Null when it is not an event as Stripe sends them. */
export function readStripeEvent(body: unknown): StripeEvent | null {
  const parsed = Envelope.safeParse(body);
  if (!parsed.success) return null;
  const { id, type, created, livemode, account, data } = parsed.data;
  const { id: objectId = null, object, customer } = data.object;
  const named = typeof customer === "object" ? (customer?.id ?? null) : (customer ?? null);
  return {
    id,
    type,
    objectId,
    customerId: object === "customer" ? objectId : named,
    createdAt: created * 1_000,
    livemode,
    account: account ?? null,
    bodyHash: createHash("sha256").update(JSON.stringify(data)).digest("hex"),
  };
}
