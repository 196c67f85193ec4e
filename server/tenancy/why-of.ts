/** Why something failed, for an operator: the cause a refusal hides from the public, when there is one. */
export function whyOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}
