import { useTranslation } from "react-i18next";
import type { LigneKind } from "#server/domain/facture";
import { formatAmount } from "../../formats";

type Props = { readonly kind: LigneKind; readonly netHt: number };

/** What the rows under a title come to, as the document prints it beside the title; a subtotal says what it is itself. */
export function SectionTotal({ kind, netHt }: Props) {
  const { t } = useTranslation("factures");
  if (kind !== "section" && kind !== "sous_total") return null;
  return (
    <span className="ligne__sous-total num">
      {kind === "section" && <span className="doux">{t("lignes.sous_total")}</span>}{" "}
      {formatAmount(netHt)}
    </span>
  );
}
