import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import { formatEuros } from "../../formats";
import { SelectField } from "../select-field";
import { useConsoleSociete } from "./societe-view";

const most = 12;

/** How many months, and beneath what giving them does to this société. */
export function MonthsField() {
  const { t } = useTranslation("actes");
  const { cle } = useLoaderData<{ readonly cle: string }>();
  const options = Array.from({ length: most }, (_, index) => ({
    value: String(index + 1),
    label: t("mois.nombre", { count: index + 1 }),
  }));
  return (
    <>
      <input type="hidden" name="cle" value={cle} />
      <SelectField name="mois" label={t("champs.mois")} options={options} />
      <Way />
    </>
  );
}

function Way() {
  const { t } = useTranslation("actes");
  const { stripe, droits, now } = useConsoleSociete();
  const { trialEndsAt } = droits;
  const isTrying = trialEndsAt !== null && trialEndsAt > now;
  if (!stripe?.voieOfferte) return null;
  const { voieOfferte: voie, priceHt, periodEnd, offertUntil, offertMois } = stripe;
  const words = {
    essai: isTrying
      ? t("mois.essai", { jour: longDayOf(trialEndsAt - 1) })
      : t("mois.essaiNouveau", { jour: longDayOf(now) }),
    echeances: t("mois.echeances", { jour: longDayOf(offertUntil ?? periodEnd ?? now) }),
    remise: t("mois.remise", {
      montant: formatEuros(Math.round((priceHt ?? 0) / 12)),
      jour: longDayOf(periodEnd ?? now),
    }),
  };
  return (
    <p className="note" data-voie={voie}>
      {words[voie]}
      {offertMois !== null && ` ${t("mois.deja", { count: offertMois })}`}
    </p>
  );
}
