import { useTranslation } from "react-i18next";
import { formatEuros } from "../../formats";
import { Chart } from "../charts/chart";
import { percent } from "../pilotage/month-words";
import { useRevenus } from "./use-revenus";

/** What each offer brings. */
export function OffresZone() {
  const { t } = useTranslation("revenus");
  const { offres } = useRevenus();
  if (offres.length === 0) return null;
  const bars = offres.map(({ offre, nom, mrr }) => ({
    ...{ key: offre, name: nom, short: nom, value: mrr, text: formatEuros(mrr), isStrong: true },
  }));
  const liste = bars.map(({ name, text }) => `${name} ${text}`).join(", ");
  return (
    <section className="zone" aria-labelledby="offres-titre">
      <header className="zone-t">
        <h2 id="offres-titre">{t("offres.titre")}</h2>
        <p>{t("offres.note")}</p>
      </header>
      <Chart name="bars" of={{ bars, label: t("offres.graphe", { liste }) }} />
      <table className="table table--serre table--nu">
        <caption className="vh">{t("offres.legende")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("offres.offre")}</th>
            {(["payants", "mrr", "part"] as const).map((name) => (
              <th key={name} scope="col" className="droite">
                {t(`offres.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offres.map(({ offre, nom, payants, mrr, part }) => (
            <tr key={offre}>
              <th scope="row">{nom}</th>
              <td className="droite num">{payants}</td>
              <td className="droite num">{formatEuros(mrr)}</td>
              <td className="droite num">{part === null ? "—" : percent(part)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
