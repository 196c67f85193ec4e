import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { Modal } from "../facture-modal/modal";
import { SubmitButton } from "../submit-button";
import { cancelForm } from "./abonnement-forms";
import { useAbonnement } from "./abonnement-view";
import { LimitsChange } from "./limits-change";

/** Leaving, its consequences in figures, and until when one may come back on it. */
export function CancelModal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("abonnement");
  const { subscription, free, rythme } = useAbonnement();
  if (!subscription) return null;
  const { plan, periodEnd } = subscription;
  const jour = longDayOf(periodEnd);
  return (
    <Modal title={t("modale.resilierTitre", { nom: plan.nom, jour })} onClose={onClose}>
      <p>{t("modale.resilierTexte", { suite: free.nom })}</p>
      <LimitsChange to={free} />
      <p className="note">
        {t("modale.lisibles")} {t("modale.retourPossible", { jour })}
      </p>
      <Write form={cancelForm} className="form-grille">
        <ErrorSummary labels={{}} />
        <div className="acts acts--fin">
          <Link className="bouton" to={`?rythme=${rythme}`} replace preventScrollReset>
            {t("modale.garder", { nom: plan.nom })}
          </Link>
          <SubmitButton look="danger">
            {t("modale.confirmerResilier", { nom: plan.nom })}
          </SubmitButton>
        </div>
      </Write>
    </Modal>
  );
}
