import { Link } from "@remix-run/react";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import { formatPrice } from "../../format-price";
import { formatEuros } from "../../formats";
import { chargedOf, useAbonnement } from "./abonnement-view";
import { OffreActs } from "./offre-acts";
import { StateBadge } from "./state-badge";
import { StateSentence } from "./state-sentence";
import { withTva } from "./with-tva";

/** The offer in force, what it costs, what happens next and what may be done about it. */
export function OffreSection() {
  const { t } = useTranslation(["abonnement", "offres"]);
  const view = useAbonnement();
  const { source, plan } = view.entitlement;
  return (
    <section className="abo-offre" aria-labelledby="abo-offre">
      <div className="abo-id">
        <h2 id="abo-offre">
          {source === "essai" ? t("offre.essai", { nom: plan.nom }) : plan.nom}
        </h2>
        <StateBadge />
      </div>
      <Price />
      <StateSentence />
      <Dispute />
      <OffreActs />
      <YearHint />
    </section>
  );
}

function Price() {
  const { t } = useTranslation(["abonnement", "offres"]);
  const view = useAbonnement();
  const charged = chargedOf(view);
  const priceHt = charged ? charged.priceHt : 0;
  if (priceHt === null) return null;
  const unit = charged?.subscription.interval === "an" ? "offres:htParAn" : "offres:htParMois";
  const free = view.entitlement.source === "essai" ? t("pendantEssai") : t("offres:pourToujours");
  return (
    <p className="grand">
      <b className="num">{formatPrice(priceHt)}</b>{" "}
      <span>
        {priceHt === 0
          ? free
          : t("offre.ttc", { unite: t(unit), ttc: formatEuros(withTva(priceHt)) })}
      </span>
    </p>
  );
}

/** A payment their bank takes back: their own affair as much as ours. */
function Dispute() {
  const { t } = useTranslation("abonnement");
  const { litige } = useAbonnement();
  if (!litige) return null;
  const words = { montant: formatEuros(litige.amountTtc), jour: longDayOf(litige.openedAt) };
  return (
    <p className="attention texte-13">
      <CircleAlert className="ic" aria-hidden />
      <span>{t("offre.litige", words)}</span>
    </p>
  );
}

/** What the year would cost, for who pays by the month. */
function YearHint() {
  const { t } = useTranslation("abonnement");
  const view = useAbonnement();
  const charged = chargedOf(view);
  const year = view.offres.find((one) => one.offre === charged?.subscription.plan.offre)?.an;
  if (!charged?.priceHt || !year || charged.subscription.interval === "an") return null;
  if (view.entitlement.access !== "full" || charged.subscription.cancelAt) return null;
  return (
    <p className="note">
      {t("offre.annuel", {
        an: formatPrice(year.priceHt),
        douze: formatPrice(charged.priceHt * 12),
      })}{" "}
      <Link className="lien" to="?rythme=an#offres" preventScrollReset={false}>
        {t("offre.voirDetail")}
      </Link>
    </p>
  );
}
