import { Link } from "@remix-run/react";
import { ArrowRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { stretchOf } from "../../days";
import { useCan, useSociete } from "../../session";
import { useUsage } from "../../use-usage";
import { QuotaCells } from "../abonnement/quota-cells";

/** The factures of the subscription's period, of how many. */
export function QuotaZone() {
  const { t } = useTranslation("pilotage");
  const { used, limit, plan, window } = useUsage();
  const mayChange = useCan("abonnement.manage");
  if (useSociete()?.isDemonstration) return null;
  return (
    <section className="zone z-quo" aria-labelledby="h-quo">
      <header className="zone-t">
        <h2 id="h-quo">{t("quota.titre")}</h2>
        <p>{t("quota.offre", { nom: plan.nom, ...stretchOf(window) })}</p>
      </header>
      <p className="grand">
        <b className="num">{used}</b>
        {limit !== null && <span className="num">/{limit}</span>}
      </p>
      {limit !== null && <QuotaCells used={used} limit={limit} />}
      <p className="note">
        {limit === null
          ? t("quota.sansLimite")
          : t("quota.reste", { count: Math.max(0, limit - used) })}
      </p>
      {mayChange && (
        <Link className="suite" to="/reglages/abonnement">
          {t("quota.voir")} <ArrowRight className="ic" aria-hidden />
        </Link>
      )}
    </section>
  );
}
