import { useParams } from "@remix-run/react";
import { type RouterOutputs, trpc } from "../../trpc";

export type SocieteView = RouterOutputs["console"]["societe"];

/** The société the page is about. */
export function useConsoleSociete(): SocieteView {
  const { societeId = "" } = useParams();
  const [societe] = trpc.console.societe.useSuspenseQuery({ societeId });
  return societe;
}
