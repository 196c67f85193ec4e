import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { FactureType } from "#server/domain/facture";
import { shortDayOf, stretchOf } from "../../days";
import { formatLongDay } from "../../formats";
import { useAbonnement } from "./abonnement-view";
import { LimitReasons } from "./limit-reasons";
import { OtherLimits } from "./other-limits";
import { QuotaCells } from "./quota-cells";

/** What is counted, over when, and what is not. */
export function UsageSection() {
  const { t } = useTranslation("abonnement");
  const { entitlement, usage } = useAbonnement();
  const { window, limits, plan } = entitlement;
  const stretch = stretchOf(window);
  return (
    <section className="abo-usage" aria-labelledby="abo-usage">
      <header className="zone-t">
        <h2 id="abo-usage">{t("usage.titre")}</h2>
        <p>{t("usage.periode", stretch)}</p>
      </header>
      <div className="abo-jauge">
        <p className="grand">
          <b className="num">{usage.factures}</b>
          {limits.factures !== null && <span className="num">/{limits.factures}</span>}
        </p>
        {limits.factures === null ? (
          <p className="note">{t("usage.sansLimite", { nom: plan.nom })}</p>
        ) : (
          <QuotaCells used={usage.factures} limit={limits.factures} />
        )}
      </div>
      <Reckoning />
      <HowReckoned />
      <LimitReasons limite="factures" />
      <Forecast />
      <OtherLimits />
    </section>
  );
}

function Reckoning() {
  const { t } = useTranslation("abonnement");
  const { entitlement, usage } = useAbonnement();
  const { window, limits } = entitlement;
  const left = limits.factures === null ? null : Math.max(0, limits.factures - usage.factures);
  return (
    <dl className="calcul">
      <div>
        <dt>{t("usage.emises", { jour: shortDayOf(window.from) })}</dt>
        <dd className="num">{usage.factures}</dd>
      </div>
      <Numbers serie="facture" />
      <div className="hors">
        <dt>{t("usage.brouillons")}</dt>
        <dd className="num">{usage.brouillons}</dd>
      </div>
      <div className="hors">
        <dt>{t("usage.avoirs")}</dt>
        <dd className="num">{usage.avoirs}</dd>
      </div>
      <Numbers serie="avoir" />
      {left !== null && (
        <div className="tot">
          <dt>{t("usage.restent", { jour: shortDayOf(window.until) })}</dt>
          <dd className="num">{left}</dd>
        </div>
      )}
    </dl>
  );
}

/** From which number to which, numbering by numbering. */
function Numbers({ serie }: { readonly serie: FactureType }) {
  const { t } = useTranslation("abonnement");
  const { usage } = useAbonnement();
  return usage.series
    .filter((one) => one.serie === serie)
    .map(({ first: premier, last: dernier, count }) => (
      <div key={premier} className="hors calcul__serie">
        <dt className="num">
          {premier === dernier ? premier : t("usage.serie", { premier, dernier })}
        </dt>
        <dd className="num">{count}</dd>
      </div>
    ));
}

/** How the window is reckoned, in words. */
function HowReckoned() {
  const { t } = useTranslation("abonnement");
  const { entitlement, subscription } = useAbonnement();
  const { source } = entitlement;
  const kind = source === "abonnement" ? (subscription?.interval ?? "mois") : source;
  return (
    <details className="mention">
      <summary>
        <span>{t("usage.comment")}</span>
        <ChevronDown className="ic" aria-hidden />
      </summary>
      <p>{t(`usage.fenetre_${kind}`)}</p>
    </details>
  );
}

/** Where the pace of the window leads, and when a mail will say so. */
function Forecast() {
  const { t } = useTranslation("abonnement");
  const { entitlement, usage, pace } = useAbonnement();
  const { window, limits } = entitlement;
  if (limits.factures === null) return null;
  const nextDay = shortDayOf(window.until);
  if (usage.factures >= limits.factures)
    return <p className="note">{t("usage.atteinte", { jour: nextDay })}</p>;
  const mails = t("usage.courriels", {
    proche: Math.ceil(limits.factures * 0.8),
    limite: limits.factures,
  });
  const trend =
    pace &&
    t("usage.rythme", { count: pace.perWeek }) +
      (pace.reachedOn
        ? t("usage.rythmeAtteint", { jour: formatLongDay(pace.reachedOn) })
        : t("usage.rythmeTient", { jour: nextDay }));
  return (
    <p className="note">
      {[trend, mails, window.isProvisional && t("usage.provisoire")].filter(Boolean).join(" ")}
    </p>
  );
}
