import { useEffect, useState } from "react";
import { type RouterOutputs, trpc } from "../../trpc";

export type Sante = RouterOutputs["consoleSante"]["get"];

const everyMs = 5_000;
/** Nobody has touched the page for that long: it stops, so that the session of somebody who left ends by itself. */
const attentionMs = 10 * 60_000;

/** What the service says of itself, read again by itself unless somebody stopped it, or nobody is there. */
export function useSante() {
  const [isStopped, setStopped] = useState(false);
  const isAttended = useAttention();
  const isLive = isAttended && !isStopped;
  const [sante] = trpc.consoleSante.get.useSuspenseQuery(undefined, {
    refetchInterval: isLive ? everyMs : false,
  });
  return { sante, isLive, toggle: () => setStopped(isLive) };
}

/** Whether a key, a finger or a pointer was felt lately. */
function useAttention(): boolean {
  const [isAttended, setAttended] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const felt = () => {
      clearTimeout(timer);
      setAttended(true);
      timer = setTimeout(() => setAttended(false), attentionMs);
    };
    felt();
    const signs = ["pointerdown", "pointermove", "keydown", "focus"] as const;
    for (const sign of signs) window.addEventListener(sign, felt);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, felt);
    };
  }, []);
  return isAttended;
}
