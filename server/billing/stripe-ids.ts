/** The id of what Stripe gives either as an id or as the whole object. */
export const idOf = (named: string | { readonly id: string }): string =>
  typeof named === "string" ? named : named.id;

export const idOrNull = (named: string | { readonly id: string } | null | undefined) =>
  named === null || named === undefined ? null : idOf(named);

/** Stripe counts seconds, the product milliseconds. */
export const msOf = (seconds: number): number => seconds * 1_000;
export const msOrNull = (seconds: number | null | undefined): number | null =>
  seconds === null || seconds === undefined ? null : msOf(seconds);
