import { useEffect, useState } from "react";

/** True once something has been going on for 150 ms: nothing flickers for what is quick. */
export function useSlow(isGoing: boolean, afterMs = 150): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!isGoing) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), afterMs);
    return () => clearTimeout(timer);
  }, [isGoing, afterMs]);
  return slow;
}
