import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatEuros } from "../../formats";
import { Chart } from "../charts/chart";
import { Growth } from "./growth";
import { monthName } from "./month-words";
import type { Montants, Tableau } from "./tableau-params";
import { monthLink } from "./tableau-params";

type Props = { readonly tableau: Tableau; readonly montants: Montants };

/** What was billed each month of the year, beside the year before. */
export function Turnover({ tableau, montants }: Props) {
  const { t } = useTranslation("pilotage");
  const { period, facture, mensuel } = tableau;
  const year = period.mois.slice(0, 4);
  const before = String(Number(year) - 1);
  const months = mensuel.map(({ mois, avant, ...month }) => ({
    mois,
    now: month[montants],
    before: avant[montants],
  }));
  /** A year that began later than January is no measure of this one. */
  const isComparable = (months[0]?.before ?? 0) > 0;
  const words = { annee: year, avant: before, montants: t(`taxes.${montants}`) };
  const label = t("ca.graphe", {
    ...words,
    mois: monthName(period.mois),
    montant: formatEuros(facture.month[montants]),
  });
  return (
    <section className="zone z-ca" aria-labelledby="h-ca">
      <header className="zone-t">
        <h2 id="h-ca">{t("ca.titre", words)}</h2>
        <p>
          <b className="num">{formatEuros(facture.year[montants])}</b> {t("ca.depuisJanvier")}
          {isComparable && (
            <>
              {", "}
              <Growth
                now={facture.year[montants]}
                before={facture.yearBefore[montants]}
                year={before}
              />
            </>
          )}
        </p>
      </header>
      <Chart name="turnover" of={{ months, label, current: period.mois }} />
      <p className="note">
        <span className="cle cle-plein" /> {t("ca.cetteAnnee", words)} <span className="cle" />{" "}
        {before}.{period.isRunning && ` ${t("ca.enCours", { mois: monthName(period.mois) })}`}
      </p>
      <details className="donnees">
        <summary className="lien-t">{t("voirTableau")}</summary>
        <table className="table table--serre table--nu">
          <caption className="vh">{t("ca.titre", words)}</caption>
          <thead>
            <tr>
              <th scope="col">{t("mois")}</th>
              <th scope="col" className="droite">
                {year}
              </th>
              <th scope="col" className="droite">
                {before}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ mois, now, before: then }) => (
              <tr key={mois}>
                <td>
                  <Link to={monthLink(mois)}>{monthName(mois)}</Link>
                </td>
                <td className="droite num">{formatEuros(now)}</td>
                <td className="droite num">{formatEuros(then)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
