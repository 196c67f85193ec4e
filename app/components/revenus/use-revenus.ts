import { type RouterOutputs, trpc } from "../../trpc";

export type Revenus = RouterOutputs["consoleRevenus"]["get"];

export function useRevenus(): Revenus {
  const [revenus] = trpc.consoleRevenus.get.useSuspenseQuery();
  return revenus;
}
