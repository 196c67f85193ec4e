import { useQueryClient } from "@tanstack/react-query";
import { CloudOff } from "lucide-react";
import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { setConnectionLost, useConnectionLost } from "../../connection";
import { usePlainClient } from "../../session";

const retryMs = 5_000;

/** Above the page while the service cannot be reached. Back again, what is shown is read anew; what is typed stays. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const isLost = useConnectionLost();
  const ask = useReturn(isLost);
  if (!isLost) return null;
  return (
    <div className="bandeau bandeau--session" data-v="attention">
      <CloudOff className="ic" aria-hidden />
      <p>
        <b>{t("connexion.perdue")}</b> {t("connexion.suite")}
      </p>
      <button type="button" className="bouton bouton--petit" onClick={ask}>
        {t("connexion.reessayer")}
      </button>
    </div>
  );
}

/** Asks the service again and again until it answers; whatever it answers, it is there. */
function useReturn(isLost: boolean) {
  const client = usePlainClient();
  const queries = useQueryClient();
  // The link notes the answer, or that there is none.
  const ask = useCallback(() => void client.query("auth.me").catch(() => undefined), [client]);
  useEffect(() => {
    const onOffline = () => setConnectionLost(true);
    window.addEventListener("offline", onOffline);
    return () => window.removeEventListener("offline", onOffline);
  }, []);
  useEffect(() => {
    if (!isLost) return;
    window.addEventListener("online", ask);
    const timer = setInterval(ask, retryMs);
    return () => {
      window.removeEventListener("online", ask);
      clearInterval(timer);
      void queries.invalidateQueries();
    };
  }, [isLost, ask, queries]);
  return ask;
}
