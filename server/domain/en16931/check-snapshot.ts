import { problem } from "../problem-codes.ts";
import type { Problem } from "../refusal.ts";
import type { Snapshot } from "../snapshot.ts";
import { brokenAmounts } from "./check-amounts.ts";
import { brokenCategories } from "./check-categories.ts";
import { brokenDocument } from "./check-document.ts";
import { brokenParties } from "./check-parties.ts";

/**
 * The last look before the number is consumed: EN 16931, the French flow-2 rules (not for a consumer) and arithmetic,
 * by our own code, since the official schematrons tolerate ±1 € and never multiply. Blocking; empty means sound.
 *
 * `problemsOf` speaks of the same faults in the words of the form; what is found here is a fault of ours.
 */
export function checkSnapshot(snapshot: Snapshot): readonly Problem[] {
  return [
    ...brokenAmounts(snapshot).map(({ field, rule }) =>
      problem(field, "AMOUNT_MISMATCH", { rule }),
    ),
    ...[...brokenDocument(snapshot), ...brokenParties(snapshot), ...brokenCategories(snapshot)].map(
      ({ field, rule }) => problem(field, "RULE_BROKEN", { rule }),
    ),
  ];
}
