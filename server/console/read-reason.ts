import { Refusal } from "#server/domain/refusal";

/** Bounds of a reason, as the database holds them. */
const bounds = { min: 3, max: 500 } as const;

/**
 * Why somebody of the staff acts: said before anything is done.
 *
 * @throws Refusal ACTE_INVALID naming the field
 */
export function readReason(typed: string, field = "reason"): string {
  const reason = typed.trim();
  const refuse = (code: string, details: Record<string, number> = {}) =>
    new Refusal("ACTE_INVALID", {}, [{ field, code, details }]);
  if (reason.length < bounds.min) throw refuse("REQUIRED");
  if (reason.length > bounds.max) throw refuse("TOO_LONG", { max: bounds.max });
  return reason;
}
