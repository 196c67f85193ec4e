import { useTranslation } from "react-i18next";
import { monthYear, percent } from "../pilotage/month-words";
import { useRevenus } from "./use-revenus";

/** How many of those who first paid in a month still pay. */
export function CohortesZone() {
  const { t } = useTranslation("revenus");
  const { cohortes } = useRevenus();
  const longest = Math.max(0, ...cohortes.map(({ restants }) => restants.length));
  const ages = Array.from({ length: longest }, (_, age) => age);
  return (
    <section className="zone">
      <header className="zone-t">
        <h2 id="cohortes-titre">{t("cohortes.titre")}</h2>
        <p>{t("cohortes.note")}</p>
      </header>
      {cohortes.length === 0 && <p className="note">{t("cohortes.vide")}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
      <section className="defile" tabIndex={0} aria-labelledby="cohortes-titre">
        <table className="table table--serre table--nu t-cohortes" hidden={cohortes.length === 0}>
          <caption className="vh">{t("cohortes.legende")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("cohortes.cohorte")}</th>
              <th scope="col" className="droite">
                {t("cohortes.entres")}
              </th>
              {ages.map((age) => (
                <th key={age} scope="col" className="droite">
                  {t("cohortes.age", { nb: age })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohortes.map(({ cohorte, entres, restants }) => (
              <tr key={cohorte}>
                <th scope="row">{monthYear(cohorte)}</th>
                <td className="droite num">{entres}</td>
                {ages.map((age) => {
                  const taux = restants[age]?.taux ?? null;
                  return (
                    <td key={age} className="droite num">
                      {taux === null ? "" : percent(taux)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
