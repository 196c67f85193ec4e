import { useTranslation } from "react-i18next";
import type { FactureTotals } from "#server/domain/facture";
import { formatAmount, formatRate } from "../../formats";

/** The TVA a document holds, rate by rate. */
export function TvaTable({ totals }: { readonly totals: FactureTotals }) {
  const { t } = useTranslation("factures");
  return (
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
  );
}
