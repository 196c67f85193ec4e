import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { daysBetween } from "#server/domain/calendar";
import { formatDay, formatEuros, formatLongDay } from "../../formats";
import type { Tableau } from "./tableau-params";

type Props = Pick<Tableau, "echeances"> & { readonly today: string };

/** What should come in next, and when. */
export function NextEcheances({ echeances, today }: Props) {
  const { t } = useTranslation("pilotage");
  const last = echeances.at(-1);
  const total = echeances.reduce((all, { resteTtc }) => all + resteTtc, 0);
  return (
    <section className="zone z-ech" aria-labelledby="h-ech">
      <header className="zone-t">
        <h2 id="h-ech">{t("echeances.titre")}</h2>
        {last && (
          <p>
            <b className="num">{formatEuros(total)}</b>{" "}
            {t("echeances.attendus", { jour: formatLongDay(last.dueOn) })}
          </p>
        )}
      </header>
      {echeances.length === 0 ? (
        <p className="note">{t("echeances.aucune")}</p>
      ) : (
        <table className="table table--serre table--nu t-ech">
          <caption className="vh">{t("echeances.titre")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("echeances.echeance")}</th>
              <th scope="col">{t("echeances.client")}</th>
              <th scope="col" className="e-num">
                {t("echeances.facture")}
              </th>
              <th scope="col" className="droite">
                {t("echeances.reste")}
              </th>
            </tr>
          </thead>
          <tbody>
            {echeances.map(({ factureId, number, clientNom, dueOn, resteTtc }) => (
              <tr key={factureId}>
                <td className="num">
                  {formatDay(dueOn)}{" "}
                  <span className="sub">
                    {t("echeances.dans", { count: daysBetween(today, dueOn) })}
                  </span>
                </td>
                <td className="coupe">{clientNom}</td>
                <td className="e-num">
                  <Link to={`/factures/${factureId}`}>{number}</Link>
                </td>
                <td className="droite num">{formatEuros(resteTtc)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
