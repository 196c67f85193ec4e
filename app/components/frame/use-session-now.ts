import { useEffect, useState } from "react";
import { type Me, usePlainClient } from "../../session";

/** Whose session the browser holds now, asked when `isAsked` and each time the person comes back to this tab. */
export function useSessionNow(isAsked: boolean): Me {
  const client = usePlainClient();
  const [me, setMe] = useState<Me>(null);
  useEffect(() => {
    if (!isAsked) return setMe(null);
    let isHere = true;
    const ask = () =>
      client.query("auth.me").then(
        (now) => isHere && setMe(now as Me),
        () => {}, // no network: the next visit asks again
      );
    const onVisit = () => document.visibilityState === "visible" && void ask();
    void ask();
    document.addEventListener("visibilitychange", onVisit);
    window.addEventListener("focus", onVisit);
    return () => {
      isHere = false;
      document.removeEventListener("visibilitychange", onVisit);
      window.removeEventListener("focus", onVisit);
    };
  }, [client, isAsked]);
  return me;
}
