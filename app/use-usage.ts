import { type RouterOutputs, trpc } from "./trpc";

export type Usage = RouterOutputs["abonnement"]["usage"];
export type Notice = Usage["notices"][number];

/** A trial or a grace ends by the clock alone: an open page notices within minutes. */
const everyMs = 5 * 60_000;

/** What the société has used and may still do; read with the frame of every page. */
export function useUsage(): Usage {
  const [usage] = trpc.abonnement.usage.useSuspenseQuery(undefined, { refetchInterval: everyMs });
  return usage;
}
