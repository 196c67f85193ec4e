import { useTranslation } from "react-i18next";
import { formatAmount, formatEuros, formatRate } from "#server/domain/amount";
import type { TvaGroup } from "#server/domain/facture";
import { useEditor } from "./editor-view";

/** The total, and the TVA it holds rate by rate. */
export function SideTotals() {
  const { t } = useTranslation("factures");
  const { computed } = useEditor();
  const { totals } = computed;
  return (
    <section className="section etape etape--verifier">
      <p className="doux texte-13">{t("totaux.totalTtc")}</p>
      <p className="cote__total num">{formatEuros(totals.totalTtc)}</p>
      <table className="tva num">
        <caption className="vh">{t("totaux.tvaParTaux")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("totaux.tva")}</th>
            <th scope="col">{t("totaux.baseHt")}</th>
            <th scope="col">{t("totaux.montant")}</th>
          </tr>
        </thead>
        <tbody>
          {totals.tva.map((group) => (
            <tr key={`${group.category} ${group.rate}`}>
              <th scope="row">
                {group.category === "S" ? formatRate(group.rate) : t("totaux.sansTva")}
              </th>
              <td>{formatAmount(group.baseHt)}</td>
              <td>{formatAmount(group.tva)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("totaux.total")}</th>
            <td>{formatAmount(totals.totalHt)}</td>
            <td>{formatAmount(totals.totalTva)}</td>
          </tr>
        </tfoot>
      </table>
      <Rounding groups={totals.tva} />
    </section>
  );
}

/** The only cents people ask about: the tax is rounded once per rate, not per ligne. */
function Rounding({ groups }: { readonly groups: readonly TvaGroup[] }) {
  const { t } = useTranslation("factures");
  const { content, computed } = useEditor();
  const perLigne = content.lignes.reduce((sum, _, index) => {
    const rate = computed.treatment.lignes[index]?.rate ?? 0;
    return sum + Math.round(((computed.lignes[index]?.netHt ?? 0) * rate) / 10_000);
  }, 0);
  const gap = computed.totals.totalTva - perLigne;
  if (gap === 0 || computed.totals.remisesHt + computed.totals.fraisHt !== 0 || groups.length === 0)
    return null;
  return (
    <details className="mention">
      <summary>
        <span>{t("totaux.ecart", { ecart: formatEuros(gap) })}</span>
        <span className="mention__pourquoi">{t("mentions.pourquoi")}</span>
      </summary>
      <p>{t("totaux.ecartPourquoi")}</p>
    </details>
  );
}
