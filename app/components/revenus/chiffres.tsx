import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatEuros } from "../../formats";
import { monthYear, percent } from "../pilotage/month-words";
import { useRevenus } from "./use-revenus";

/** The figures, each with what exactly it counts. */
export function Chiffres() {
  const { t } = useTranslation("revenus");
  const { mrr, arr, arpa, payants, offerts, churn, conversion, retards } = useRevenus();
  const unknown = t("chiffres.inconnu");
  const rate = (tenths: number | null | undefined) => (tenths == null ? unknown : percent(tenths));
  const of = (month: { readonly mois: string } | null) => ({
    mois: month === null ? "" : monthYear(month.mois),
  });
  return (
    <dl className="mesures mesures--revenus">
      <Figure name={t("chiffres.mrr")} value={formatEuros(mrr)}>
        {t("chiffres.mrrDefinition")}
      </Figure>
      <Figure name={t("chiffres.arr")} value={formatEuros(arr)}>
        {t("chiffres.arrDefinition")}
      </Figure>
      <Figure name={t("chiffres.payants")} value={String(payants)}>
        {t("chiffres.payantsDefinition", { offerts })}
      </Figure>
      <Figure name={t("chiffres.arpa")} value={arpa === null ? unknown : formatEuros(arpa)}>
        {t("chiffres.arpaDefinition", { count: payants })}
      </Figure>
      <Figure name={t("chiffres.churn")} value={rate(churn?.clients)}>
        {t("chiffres.churnDefinition", of(churn))}
      </Figure>
      <Figure name={t("chiffres.churnMrr")} value={rate(churn?.mrr)}>
        {t("chiffres.churnMrrDefinition", of(churn))}
      </Figure>
      <Figure name={t("chiffres.conversion")} value={rate(conversion?.taux)}>
        {t("chiffres.conversionDefinition", of(conversion))}
      </Figure>
      <Figure
        name={t("chiffres.retards")}
        value={
          <Link className="lien" to="/console/societes?etat=retard">
            {formatEuros(retards.mrr)}
          </Link>
        }
      >
        {t("chiffres.retardsDefinition", { count: retards.nb, impayes: retards.impayes })}
      </Figure>
    </dl>
  );
}

type FigureProps = {
  readonly name: string;
  readonly value: ReactNode;
  readonly children: string;
};

function Figure({ name, value, children }: FigureProps) {
  return (
    <div className="mesure">
      <dt>{name}</dt>
      <dd>
        <span className="num">{value}</span>
        <p>{children}</p>
      </dd>
    </div>
  );
}
