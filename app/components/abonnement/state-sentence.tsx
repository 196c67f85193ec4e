import { useTranslation } from "react-i18next";
import { lastDayBefore, longDayOf } from "../../days";
import { formatEuros } from "../../formats";
import { facturesOf } from "../bandeau/notice-words";
import { awaitsDebit, useAbonnement } from "./abonnement-view";

/** What happens next: the next payment, the end, the debt. */
export function StateSentence() {
  const { entitlement, subscription } = useAbonnement();
  const { access, source } = entitlement;
  if (access !== "full") return <Debt />;
  if (subscription?.status === "incomplete") return <ToConfirm />;
  if (source === "abonnement") return <Continuing />;
  return source === "essai" ? <Trial /> : <Free />;
}

function Debt() {
  const { t } = useTranslation("abonnement");
  const { entitlement, subscription } = useAbonnement();
  const { access, accessSince, graceEndsAt } = entitlement;
  const depuis = longDayOf(accessSince ?? 0);
  const due = subscription?.dueTtc ?? null;
  const montant = due === null ? t("offre.dette") : formatEuros(due);
  if (subscription?.status === "paused") return <p>{t("offre.pause", { depuis })}</p>;
  return (
    <p>
      {access === "grace"
        ? t("offre.grace", { montant, depuis, jusque: longDayOf((graceEndsAt ?? 1) - 1) })
        : t("offre.lectureSeule", { montant, depuis })}
    </p>
  );
}

function ToConfirm() {
  const { t } = useTranslation("abonnement");
  const view = useAbonnement();
  const nom = view.subscription?.plan.nom ?? "";
  return <p>{t(awaitsDebit(view) ? "offre.prelevement" : "offre.aConfirmer", { nom })}</p>;
}

function Continuing() {
  const { t } = useTranslation("abonnement");
  const { subscription, free, offert } = useAbonnement();
  if (!subscription) return null;
  const { cancelAt, endedAt, pendingPlan, periodEnd, paymentMethod } = subscription;
  const end = cancelAt ?? endedAt;
  if (end !== null)
    return (
      <p className="doux">
        {t("offre.finPrevue", {
          jour: longDayOf(end),
          suite: free.nom,
          factures: facturesOf(t, free.limits.factures),
        })}
      </p>
    );
  const jour = longDayOf(offert?.until ?? periodEnd);
  return (
    <>
      <Given />
      <p className="doux">
        {paymentMethod
          ? t("offre.prochainMoyen", { jour, moyen: paymentMethod })
          : t("offre.prochain", { jour })}
      </p>
      {pendingPlan && (
        <p className="doux">
          {t("offre.changementPrevu", { suite: pendingPlan.nom, jour: longDayOf(pendingPlan.at) })}
        </p>
      )}
    </>
  );
}

/** What the operator gave: said before the payment it puts off. */
function Given() {
  const { t } = useTranslation("abonnement");
  const { offert, subscription } = useAbonnement();
  if (!offert || !subscription) return null;
  const { mois: count, until, ht } = offert;
  return (
    <p>
      <b>
        {until === null
          ? t("offre.offertRemise", {
              count,
              montant: formatEuros(ht ?? 0),
              jour: longDayOf(subscription.periodEnd),
            })
          : t("offre.offert", { count, jour: lastDayBefore(until) })}
      </b>
    </p>
  );
}

function Trial() {
  const { t } = useTranslation("abonnement");
  const { trial, free } = useAbonnement();
  return (
    <p className="doux">
      {t("offre.essaiTexte", {
        fin: longDayOf(trial?.endsAt ?? 0),
        suite: free.nom,
        factures: facturesOf(t, free.limits.factures),
      })}
    </p>
  );
}

function Free() {
  const { t } = useTranslation("abonnement");
  const { entitlement } = useAbonnement();
  return (
    <p className="doux">
      {t("offre.gratuitTexte", { factures: facturesOf(t, entitlement.limits.factures) })}
    </p>
  );
}
