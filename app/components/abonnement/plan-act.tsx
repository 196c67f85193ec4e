import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type Offre, priceOf } from "../tarifs/offre";
import { checkoutForm } from "./abonnement-forms";
import { nextOffre, useAbonnement } from "./abonnement-view";
import { cancelLink, changeLink } from "./change-link";
import { LeaveFor } from "./leave-for";

/** Under each offer: the one in force, or the way to it. */
export function PlanAct({ offre }: { readonly offre: Offre }) {
  const { t } = useTranslation("abonnement");
  const view = useAbonnement();
  const { entitlement, canSubscribe, rythme } = view;
  const isPaid = entitlement.source === "abonnement";
  const isFree = priceOf(offre, "mois") === 0;
  const planCode = offre[rythme]?.code;
  if (isInForce(view, offre)) return <span className="doux">{t("actes.enCours")}</span>;
  if (isFree) return isPaid ? <Leave nom={offre.nom} /> : <span className="doux">—</span>;
  if (!planCode || entitlement.access !== "full") return <span className="doux">—</span>;
  const look = isSuggested(view, offre) ? ("principal" as const) : undefined;
  if (canSubscribe)
    return (
      <LeaveFor form={checkoutForm} about={planCode} planCode={planCode} {...(look && { look })}>
        <Wording nom={offre.nom} />
      </LeaveFor>
    );
  if (!isPaid) return <span className="doux">—</span>;
  return (
    <Link
      className={`bouton${look ? " bouton--principal" : ""}`}
      to={changeLink(planCode, rythme)}
      preventScrollReset
    >
      <OfSubscriber offre={offre} />
    </Link>
  );
}

/** What was chosen on the page of prices; on trial, what is being tried; otherwise the next one up. */
function isSuggested(view: ReturnType<typeof useAbonnement>, { offre }: Offre): boolean {
  const { source, plan } = view.entitlement;
  const usual = source === "essai" ? plan.offre : nextOffre(view)?.offre;
  return offre === (view.wanted ?? usual);
}

function isInForce(
  { entitlement, subscription, rythme }: ReturnType<typeof useAbonnement>,
  { offre }: Offre,
): boolean {
  if (offre !== entitlement.plan.offre || entitlement.source === "essai") return false;
  return entitlement.source === "gratuit" || subscription?.interval === rythme;
}

/** The same offer at the other rhythm is named by the rhythm. */
function OfSubscriber({ offre }: { readonly offre: Offre }) {
  const { t } = useTranslation("abonnement");
  const { entitlement, rythme } = useAbonnement();
  if (offre.offre !== entitlement.plan.offre) return <Wording nom={offre.nom} />;
  return t(rythme === "an" ? "actes.rythmeAn" : "actes.rythmeMois");
}

function Leave({ nom }: { readonly nom: string }) {
  const { subscription } = useAbonnement();
  if (subscription?.cancelAt) return <span className="doux">—</span>;
  return (
    <Link className="bouton" to={cancelLink} preventScrollReset>
      <Wording nom={nom} />
    </Link>
  );
}

function Wording({ nom }: { readonly nom: string }) {
  const { t } = useTranslation("abonnement");
  return (
    <span>
      <span className="t-large">{t("actes.passerCourt")}</span>
      {nom}
    </span>
  );
}
