import { useTranslation } from "react-i18next";
import { formatAmount } from "../../formats";

/** What the rows under a title come to, as the document prints it beside the title. */
export function SectionTotal({ netHt }: { readonly netHt: number }) {
  const { t } = useTranslation("factures");
  return (
    <span className="ligne__sous-total num">
      <span className="doux">{t("lignes.sousTotal")}</span> {formatAmount(netHt)}
    </span>
  );
}
