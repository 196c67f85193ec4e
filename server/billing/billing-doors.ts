import type Stripe from "stripe";
import type { Clock } from "#server/clock";
import type { Control } from "#server/tenancy/control";
import type { Tally } from "./tally.ts";
import type { Turns } from "./turns.ts";

/** What the use cases of this folder work with. */
export type BillingDoors = {
  readonly stripe: Stripe;
  readonly control: Control;
  readonly clock: Clock;
  readonly mail: { wake(): void };
  /** The éditeur's books: something may have been paid. */
  readonly books: { wake(): void };
  readonly appOrigin: string;
  /** The colour of a société's mails; null: the product's. */
  readonly accentOf: (societeId: string) => Promise<string | null>;
  /** Whether the key moves real money: what comes from the other world is refused. */
  readonly livemode: boolean;
  /** Those an event may be signed with: several during a rotation. */
  readonly webhookSecrets: readonly string[];
  /** Webhooks that were not taken, by reason. */
  readonly refused: Tally;
  /** Whether an éditeur must be named before anything is sold. */
  readonly needsEditeur: boolean;
  /** One act at a time for each société, between tabs as between a click and a webhook. */
  readonly turns: Turns;
  /** What a société may do has changed: resolves once its own database says so too, or when that is left for later. */
  readonly onChange: (societeId: string) => void | Promise<void>;
};
