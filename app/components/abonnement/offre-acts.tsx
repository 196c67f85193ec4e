import { Link } from "@remix-run/react";
import { ExternalLink } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatEuros } from "../../formats";
import { Act } from "../act";
import { checkoutForm, portalForm, resumeForm } from "./abonnement-forms";
import { awaitsDebit, chargedOf, nextOffre, useAbonnement } from "./abonnement-view";
import { changeLink } from "./change-link";
import { LeaveFor } from "./leave-for";

/** What may be done now; the first is what most want. */
export function OffreActs() {
  const { t } = useTranslation("abonnement");
  const { subscription, entitlement } = useAbonnement();
  return (
    <div className="acts">
      <FirstAct />
      {subscription && entitlement.source === "abonnement" && (
        <LeaveFor form={portalForm} about="offre">
          {t("actes.portail")}
          <ExternalLink className="ic" aria-hidden />
        </LeaveFor>
      )}
    </div>
  );
}

function FirstAct() {
  const { t } = useTranslation("abonnement");
  const view = useAbonnement();
  const { subscription, entitlement } = view;
  if (subscription?.hostedInvoiceUrl && isOwed(view)) return <Pay />;
  if (entitlement.access !== "full" || awaitsDebit(view)) return null;
  const isLeaving = subscription?.cancelAt || subscription?.pendingPlan;
  if (chargedOf(view) && isLeaving)
    return (
      <Act
        form={resumeForm}
        fields={{}}
        look="principal"
        label={t("actes.garder", { nom: subscription.plan.nom })}
      />
    );
  return chargedOf(view) && !view.canSubscribe ? <Upgrade /> : <Subscribe />;
}

const isOwed = ({ subscription, entitlement }: ReturnType<typeof useAbonnement>): boolean =>
  entitlement.access !== "full" ||
  (subscription?.status === "incomplete" && !awaitsDebit({ subscription }));

function Pay() {
  const { t } = useTranslation("abonnement");
  const { subscription, entitlement } = useAbonnement();
  const due = subscription?.dueTtc ?? null;
  const label =
    entitlement.access === "full"
      ? t("actes.confirmer")
      : entitlement.access === "read_only" && due !== null
        ? t("actes.payerMontant", { montant: formatEuros(due) })
        : t("actes.payer");
  return (
    <a className="bouton bouton--principal" href={subscription?.hostedInvoiceUrl ?? ""}>
      {label}
    </a>
  );
}

function Upgrade() {
  const { t } = useTranslation("abonnement");
  const view = useAbonnement();
  const next = nextOffre(view);
  const code = next?.[view.subscription?.interval ?? "mois"]?.code;
  if (!next || !code) return null;
  return (
    <Link
      className="bouton bouton--principal"
      to={changeLink(code, view.rythme)}
      preventScrollReset
    >
      {t("actes.passer", { nom: next.nom })}
    </Link>
  );
}

/** On trial, the plan being tried; on the free one, the next. */
function Subscribe() {
  const { t } = useTranslation("abonnement");
  const view = useAbonnement();
  const { offres, entitlement, rythme } = view;
  const tried = offres.find((one) => one.offre === entitlement.plan.offre);
  const wanted = entitlement.source === "gratuit" ? nextOffre(view) : tried;
  const planCode = wanted?.[rythme]?.code;
  if (!wanted || !planCode) return null;
  return (
    <LeaveFor form={checkoutForm} about="offre" planCode={planCode} look="principal">
      {entitlement.source === "gratuit"
        ? t("actes.passer", { nom: wanted.nom })
        : t("actes.choisir", { nom: wanted.nom })}
    </LeaveFor>
  );
}
