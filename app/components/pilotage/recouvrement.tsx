import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatEuros } from "../../formats";
import { monthName, percent } from "./month-words";
import { monthLink, type Tableau } from "./tableau-params";

/** Of the factures of each month, the part already paid. A table whose bars are its figures. */
export function Recouvrement({ recouvrement }: Pick<Tableau, "recouvrement">) {
  const { t } = useTranslation("pilotage");
  const most = Math.max(1, ...recouvrement.map(({ du }) => du));
  return (
    <section className="zone z-enc" aria-labelledby="h-enc">
      <header className="zone-t">
        <h2 id="h-enc">{t("recouvrement.titre")}</h2>
        <p>{t("recouvrement.aide")}</p>
      </header>
      <table className="parts">
        <caption className="vh">{t("recouvrement.titre")}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{t("mois")}</th>
            <th scope="col">{t("recouvrement.part")}</th>
            <th scope="col">{t("recouvrement.reste")}</th>
          </tr>
        </thead>
        <tbody>
          {recouvrement.map(({ mois, du, regle }) => {
            const share = du > 0 ? Math.floor((regle * 100) / du) : null;
            return (
              <tr key={mois}>
                <th scope="row">
                  <Link to={monthLink(mois)}>{monthName(mois)}</Link>
                </th>
                <td className="parts__part">
                  <span className="parts__piste" style={{ inlineSize: `${(du * 100) / most}%` }}>
                    <i style={{ inlineSize: `${Math.min(share ?? 0, 100)}%` }} />
                  </span>
                  <b className="num">{share === null ? "–" : percent(share * 10)}</b>
                </td>
                <td className="droite num">
                  {share === null
                    ? t("recouvrement.rien")
                    : regle >= du
                      ? t("recouvrement.solde")
                      : formatEuros(du - regle)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
