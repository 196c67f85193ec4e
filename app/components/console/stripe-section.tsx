import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { lastDayBefore, longDayOf } from "../../days";
import { formatTime } from "../../format-moment";
import { formatEuros } from "../../formats";
import { Definition } from "../definition";
import { useConsoleSociete } from "./societe-view";

/** What Stripe last said of the société, word for word: where its state comes from. */
export function StripeSection() {
  const { t } = useTranslation(["societes", "verite"]);
  const gift = useGift();
  const { stripe, societeId } = useConsoleSociete();
  if (stripe === null) return null;
  const { customerId, readAt } = stripe;
  const day = (at: number | null) => (at === null ? null : longDayOf(at));
  const code = (text: string | null) => text && <code className="code-fin">{text}</code>;
  const price = stripe.priceHt !== null && {
    key: stripe.interval === "an" ? ("stripe.parAn" as const) : ("stripe.parMois" as const),
    montant: formatEuros(stripe.priceHt),
  };
  return (
    <section className="zone" aria-labelledby="stripe-titre">
      <header className="zone-t">
        <h2 id="stripe-titre">{t("stripe.titre")}</h2>
        {customerId !== null && readAt > 0 && (
          <p>{t("stripe.lu", { jour: longDayOf(readAt), heure: formatTime(readAt) })}</p>
        )}
        {customerId !== null && (
          <Link className="lien pousse" to={`/console/stripe?societe=${societeId}#registre`}>
            {t("verite:evenements")}
          </Link>
        )}
      </header>
      {customerId === null ? (
        <p className="note">{t("stripe.jamais")}</p>
      ) : (
        <Definition
          entries={[
            { label: t("stripe.etat"), value: code(stripe.status) },
            { label: t("stripe.tarif"), value: price && t(price.key, { montant: price.montant }) },
            { label: t("stripe.echeance"), value: day(stripe.periodEnd) },
            { label: t("stripe.retard"), value: day(stripe.pastDueSince) },
            {
              label: t("stripe.du"),
              value: stripe.dueTtc === null ? null : formatEuros(stripe.dueTtc),
            },
            { label: t("stripe.fin"), value: day(stripe.endedAt ?? stripe.cancelAt) },
            { label: t("stripe.offert"), value: gift },
            { label: t("stripe.moyen"), value: stripe.paymentMethod },
            { label: t("stripe.client"), value: code(customerId) },
            { label: t("stripe.abonnement"), value: code(stripe.subscriptionId) },
          ]}
        />
      )}
    </section>
  );
}

/** The months given to it; null where there are none. */
function useGift(): string | null {
  const { t } = useTranslation("societes");
  const { stripe } = useConsoleSociete();
  if (stripe === null || stripe.offertMois === null) return null;
  const { offertMois: count, offertUntil, offertHt } = stripe;
  return offertUntil === null
    ? t("stripe.offertRemise", { count, montant: formatEuros(offertHt ?? 0) })
    : t("stripe.offertJusquau", { count, jour: lastDayBefore(offertUntil) });
}
