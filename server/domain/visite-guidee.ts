/** The pages that can be visited: the list of factures, and the editor. */
export const visitesGuidees = ["liste", "editeur"] as const;

export type VisiteGuidee = (typeof visitesGuidees)[number];
