import { useSearchParams } from "@remix-run/react";
import { CircleAlert, Clock } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../../trpc";
import { DoneFlash } from "../done-flash";
import { Flash } from "../flash";
import { awaitsDebit, useAbonnement } from "./abonnement-view";

const againMs = 2_000;

/** What the person comes back with, from Stripe's pages or from an act of this one. The address grants nothing. */
export function ReturnFlash() {
  const { t } = useTranslation("abonnement");
  const { entitlement } = useAbonnement();
  const [search] = useSearchParams();
  const retour = search.get("retour");
  if (retour === "paiement") return <Paid />;
  if (retour === "abandon")
    return (
      <p className="avis" role="status">
        <CircleAlert className="ic" aria-hidden />
        {t("retour.abandonne")}
      </p>
    );
  if (retour === "relu") return <Flash>{t("retour.portail")}</Flash>;
  return (
    <DoneFlash
      sentences={{
        change: t("retour.change", { nom: entitlement.plan.nom }),
        prevu: t("retour.changePrevu"),
        resilie: t("retour.resilie"),
        garde: t("retour.garde"),
      }}
    />
  );
}

/** Stripe has been read again before this page was shown: either the offer is there, or the bank has not said yet. */
function Paid() {
  const { t } = useTranslation("abonnement");
  const view = useAbonnement();
  const { entitlement, subscription } = view;
  const cache = trpc.useUtils();
  const isThere = entitlement.source === "abonnement";
  useEffect(() => {
    if (isThere) return;
    const again = setInterval(() => void cache.abonnement.invalidate(), againMs);
    return () => clearInterval(again);
  }, [isThere, cache]);
  if (isThere) return <Flash>{t("retour.recu", { nom: entitlement.plan.nom })}</Flash>;
  return (
    <p className="avis" role="status">
      <Clock className="ic" aria-hidden />
      {subscription?.status === "incomplete" && !awaitsDebit(view)
        ? t("retour.aConfirmer")
        : t("retour.enCours")}
    </p>
  );
}
