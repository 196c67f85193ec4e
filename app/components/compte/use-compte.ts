import { type RouterOutputs, trpc } from "../../trpc";

export type Compte = RouterOutputs["compte"]["get"];

/** One's own account, as the page's loader has read it. */
export const useCompte = (): Compte => trpc.compte.get.useSuspenseQuery()[0];
