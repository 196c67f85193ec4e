import { useTranslation } from "react-i18next";
import { shortDayOf } from "../../days";
import { OffreHead } from "../tarifs/offre-head";
import { OffresTable } from "../tarifs/offres-table";
import { RythmeSwitch } from "../tarifs/rythme-switch";
import { useAbonnement } from "./abonnement-view";
import { PlanAct } from "./plan-act";

/** The other offers, with what each would change. */
export function PlansSection() {
  const { t } = useTranslation("abonnement");
  const { offres, rythme, entitlement, subscription } = useAbonnement();
  const { source, plan } = entitlement;
  const note = {
    essai: t("changer.noteEssai"),
    gratuit: t("changer.noteGratuit"),
    abonnement: t("changer.note", { jour: shortDayOf(subscription?.periodEnd ?? 0) }),
  }[source];
  const badge = t(source === "essai" ? "actes.aLEssai" : "actes.votreOffre");
  return (
    <section className="abo-plans" id="offres" aria-labelledby="abo-offres">
      <header className="zone-t">
        <h2 id="abo-offres">{t("changer.titre")}</h2>
        <p>{note}</p>
        <RythmeSwitch current={rythme} anchor="offres" />
      </header>
      <OffresTable
        withLimits
        offres={offres}
        current={plan.offre}
        act={(offre) => <PlanAct offre={offre} />}
        head={(offre) => (
          <OffreHead
            offre={offre}
            rythme={rythme}
            badge={offre.offre === plan.offre ? badge : null}
          />
        )}
      />
    </section>
  );
}
