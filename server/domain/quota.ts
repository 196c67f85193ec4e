import { Refusal } from "./refusal.ts";

/** What the subscription allows a société, as copied into its own database. */
export type Allowance = {
  /** Factures that may be issued in the window; null: no limit. */
  readonly limit: number | null;
  /** The window, UTC milliseconds: issued at or after `from` and before `until`. */
  readonly from: number;
  readonly until: number;
  /** Of the copy: an older one never replaces a newer one. */
  readonly version: number;
  /** Everything can be read and exported, nothing more can be issued. */
  readonly readOnly: boolean;
};

/**
 * Call inside the transaction that draws the number. `issued` counts the factures of the window; brouillons and avoirs
 * are free, and an avoir gives nothing back.
 *
 * @throws Refusal SUBSCRIPTION_READ_ONLY, QUOTA_REACHED
 */
export function assertWithinQuota(allowance: Allowance, issued: number): void {
  if (allowance.readOnly) throw new Refusal("SUBSCRIPTION_READ_ONLY");
  if (allowance.limit !== null && issued >= allowance.limit)
    throw new Refusal("QUOTA_REACHED", { limit: allowance.limit, until: allowance.until });
}
