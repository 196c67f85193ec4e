import { Link } from "@remix-run/react";
import { ArrowRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatEuros, formatRate } from "../../formats";
import { monthName, ofMonth } from "./month-words";
import { monthLink, type Tableau } from "./tableau-params";

/** TVA collected by rate, in the month it falls due; what is deductible is not followed here, and the page says so. */
export function TvaDue({ tva, period }: Pick<Tableau, "tva" | "period">) {
  const { t } = useTranslation("pilotage");
  const sum = (key: "base" | "tva") => tva.groupes.reduce((all, group) => all + group[key], 0);
  const title = t("tva.titre", { mois: monthName(period.mois) });
  const [before] = [previousMonth(period.mois)];
  return (
    <section className="zone z-tva" aria-labelledby="h-tva">
      <header className="zone-t">
        <h2 id="h-tva">{title}</h2>
        <p>{t(`tva.regle.${tva.regime === "franchise" ? "franchise" : tva.exigibilite}`)}</p>
      </header>
      {tva.groupes.length === 0 ? (
        <p className="note">{t("tva.rien")}</p>
      ) : (
        <table className="table table--serre table--nu">
          <caption className="vh">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("tva.taux")}</th>
              <th scope="col" className="droite">
                {t("tva.base")}
              </th>
              <th scope="col" className="droite">
                {t("tva.tva")}
              </th>
            </tr>
          </thead>
          <tbody>
            {tva.groupes.map(({ category, rate, base, tva: amount }) => (
              <tr key={category + rate}>
                <td className="num">
                  {category === "S" ? formatRate(rate) : t(`tva.categorie.${category}`)}
                </td>
                <td className="droite num">{formatEuros(base)}</td>
                <td className="droite num">{formatEuros(amount)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("tva.total")}</th>
              <td className="droite num">{formatEuros(sum("base"))}</td>
              <td className="droite num">{formatEuros(sum("tva"))}</td>
            </tr>
          </tfoot>
        </table>
      )}
      <p className="note">
        {t("tva.precedent", { mois: ofMonth(before), montant: formatEuros(tva.precedent) })}
      </p>
      <Link className="suite" to={monthLink(period.mois)}>
        {t("tva.voir", { mois: ofMonth(period.mois) })} <ArrowRight className="ic" aria-hidden />
      </Link>
    </section>
  );
}

function previousMonth(mois: string): string {
  const [year = 0, month = 0] = mois.split("-").map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
}
