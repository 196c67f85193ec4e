/** A professionnel has a SIREN or its equivalent; a particulier never has. */
export const clientTypes = ["professionnel", "particulier"] as const;
export type ClientType = (typeof clientTypes)[number];
