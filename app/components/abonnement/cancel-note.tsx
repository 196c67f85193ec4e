import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import { chargedOf, useAbonnement } from "./abonnement-view";
import { cancelLink } from "./change-link";

/** The way out, in plain words, where it is looked for. */
export function CancelNote() {
  const { t } = useTranslation("abonnement");
  const view = useAbonnement();
  const { subscription, free } = view;
  if (!chargedOf(view) || !subscription || subscription.cancelAt || view.canSubscribe) return null;
  const { plan, periodEnd } = subscription;
  return (
    <p className="note abo-fin">
      <Link className="lien" to={cancelLink} preventScrollReset>
        {t("actes.resilier", { nom: plan.nom, jour: longDayOf(periodEnd) })}
      </Link>
      {t("actes.resilierSuite", { suite: free.nom })}
    </p>
  );
}
