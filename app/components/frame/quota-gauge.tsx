import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { shortDayOf } from "../../days";
import { useCan, useSociete } from "../../session";
import { type Usage, useUsage } from "../../use-usage";
import { gaugeLevel } from "../abonnement/gauge-level";
import { GaugeTrack } from "../abonnement/gauge-track";

/** All that the gauge shows of the usage. */
export const gaugeOf = ({ used, limit, plan, source, access, window }: Usage) => ({
  used,
  limit,
  nom: plan.nom,
  source,
  access,
  until: window.until,
});

/** How many factures of the period are issued, at the foot of the rail; for who may change it, the way to the subscription. */
export function QuotaGauge() {
  const { t } = useTranslation("abonnement");
  const gauge = gaugeOf(useUsage());
  const mayChange = useCan("abonnement.manage");
  if (useSociete()?.isDemonstration) return null;
  const level = gaugeLevel(gauge.used, gauge.limit);
  const figures = <Figures gauge={gauge} />;
  return mayChange ? (
    <Link
      className="jauge jauge--lien"
      data-v={level}
      to="/reglages/abonnement"
      title={t("jauge.voir")}
    >
      {figures}
    </Link>
  ) : (
    <div className="jauge" data-v={level}>
      {figures}
    </div>
  );
}

type Gauge = ReturnType<typeof gaugeOf>;

function Figures({ gauge }: { readonly gauge: Gauge }) {
  const { t } = useTranslation("abonnement");
  const { used, limit, nom, source } = gauge;
  return (
    <>
      <span className="jauge__ligne">
        <span>
          <b className="num">{limit === null ? used : `${used}/${limit}`}</b>{" "}
          {t("jauge.factures", { count: limit ?? used })}
        </span>
        <span>{source === "essai" ? t("jauge.essai", { nom }) : nom}</span>
      </span>
      {limit !== null && <GaugeTrack thin used={used} limit={limit} />}
      <span className="jauge__pied">{footOf(gauge, t)}</span>
    </>
  );
}

function footOf(
  { access, source, until }: Gauge,
  t: ReturnType<typeof useTranslation<"abonnement">>["t"],
) {
  if (access === "read_only") return t("jauge.lectureSeule");
  const jour = shortDayOf(until);
  return source === "essai" ? t("jauge.finEssai", { jour }) : t("jauge.nouvelle", { jour });
}
