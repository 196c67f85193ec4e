/** A société pays the French rate on its subscription: 20 % (CGI art. 278). Cents before tax → cents with it. */
export const withTva = (ht: number): number => Math.round((ht * 12) / 10);
