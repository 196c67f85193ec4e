import { useTranslation } from "react-i18next";
import { formatEuros } from "../../formats";
import { Chart } from "../charts/chart";
import { monthYear, percent, shortMonth } from "../pilotage/month-words";
import { type Revenus, useRevenus } from "./use-revenus";

/** The MRR of twelve months, and every movement that made it. */
export function MoisZones() {
  const { t } = useTranslation("revenus");
  const { mois, mrr, current } = useRevenus();
  const [first] = mois;
  const label = t("mrr.graphe", {
    debut: monthYear(first?.mois ?? current),
    fin: monthYear(current),
    montant: formatEuros(mrr),
  });
  const bars = mois.map((one) => ({
    ...{ key: one.mois, value: one.mrr, text: formatEuros(one.mrr).replace(/[.,]\d\d/, "") },
    ...{ name: shortMonth(one.mois), short: shortMonth(one.mois).charAt(0).toUpperCase() },
    isStrong: one.mois === current,
  }));
  return (
    <>
      <section className="zone" aria-labelledby="mrr-titre">
        <header className="zone-t">
          <h2 id="mrr-titre">{t("mrr.titre")}</h2>
          <p>{t("mrr.note")}</p>
        </header>
        <Chart name="bars" of={{ bars, label }} />
      </section>
      <section className="zone">
        <header className="zone-t">
          <h2 id="mois-titre">{t("mois.titre")}</h2>
          <p>{t("mois.definition")}</p>
        </header>
        <Table mois={mois} />
      </section>
    </>
  );
}

const columns = [
  ...(["mrr", "nouveau", "hausse", "baisse", "depart", "payants", "churn"] as const),
  ...(["inscrits", "conversion", "echecs", "recuperes"] as const),
];

function Table({ mois }: Pick<Revenus, "mois">) {
  const { t } = useTranslation("revenus");
  const rate = (tenths: number | null) => (tenths === null ? "—" : percent(tenths));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className="defile" tabIndex={0} aria-labelledby="mois-titre">
      <table className="table table--serre table--nu">
        <caption className="vh">{t("mois.legende")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("mois.mois")}</th>
            {columns.map((name) => (
              <th key={name} scope="col" className="droite">
                {t(`mois.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mois.toReversed().map((one) => (
            <tr key={one.mois}>
              <th scope="row">{monthYear(one.mois)}</th>
              {[one.mrr, one.mrrNouveau, one.mrrHausse, one.mrrBaisse, one.mrrDepart].map(
                (cents, index) => (
                  <td key={columns[index]} className="droite num">
                    {formatEuros(cents)}
                  </td>
                ),
              )}
              <td className="droite num">{one.payants}</td>
              <td className="droite num">{rate(one.churn)}</td>
              <td className="droite num">{one.inscrits}</td>
              <td className="droite num">{rate(one.conversion)}</td>
              <td className="droite num">{one.echecs}</td>
              <td className="droite num">{one.recuperes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
