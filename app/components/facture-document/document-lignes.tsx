import { useTranslation } from "react-i18next";
import type { Cents } from "#server/domain/money";
import type { Snapshot, SnapshotAjustement, SnapshotLigne } from "#server/domain/snapshot";
import { subtotalsOf } from "#server/domain/subtotals";
import {
  formatAmount,
  formatQuantity,
  formatRate,
  formatUnit,
  formatUnitPrice,
} from "../../formats";

/** The lignes of an issued document. */
export function DocumentLignes({ lignes }: Pick<Snapshot, "lignes">) {
  const { t } = useTranslation("factures");
  const subtotals = subtotalsOf(lignes, lignes);
  return (
    <table className="doc__lignes">
      <thead>
        <tr>
          <th scope="col">{t("lignes.designation")}</th>
          <th scope="col">{t("lignes.quantity")}</th>
          <th scope="col">{t("lignes.unitPriceHt")}</th>
          <th scope="col">{t("lignes.rate")}</th>
          <th scope="col">{t("lignes.netHt")}</th>
        </tr>
      </thead>
      <tbody>
        {lignes.map((ligne, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list never moves.
          <Row key={index} ligne={ligne} subtotalHt={subtotals.get(index) ?? 0} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { readonly ligne: SnapshotLigne; readonly subtotalHt: Cents };

function Row({ ligne, subtotalHt }: RowProps) {
  const { t } = useTranslation("factures");
  const { kind, designation, description } = ligne;
  if (kind === "section")
    return (
      <tr className="doc__section">
        <th colSpan={3} scope="colgroup">
          {designation}
        </th>
        <td colSpan={2} className="num">
          <small>{t("lignes.sous_total")}</small> {formatAmount(subtotalHt)}
        </td>
      </tr>
    );
  if (kind === "sous_total")
    return (
      <tr className="doc__sous-total">
        <th colSpan={4} scope="row">
          {designation || t("lignes.sous_total")}
        </th>
        <td className="num">{formatAmount(subtotalHt)}</td>
      </tr>
    );
  if (kind === "texte")
    return (
      <tr className="doc__texte">
        <td colSpan={5}>{designation}</td>
      </tr>
    );
  return (
    <tr>
      <td>
        <b>{designation}</b>
        {description && <small>{description}</small>}
        {ligne.ajustements.map((ajustement) => (
          <small key={`${ajustement.motif} ${ajustement.amountHt}`}>{words(ajustement)}</small>
        ))}
      </td>
      <td className="num">{`${formatQuantity(ligne.quantity)} ${formatUnit(ligne.unit)}`}</td>
      <td className="num">{formatUnitPrice(ligne.unitPriceHt).replace(/\u00a0?€/, "")}</td>
      <td className="num">{formatRate(ligne.rate)}</td>
      <td className="num">{formatAmount(ligne.netHt)}</td>
    </tr>
  );
}

function words({ sens, percent, motif, amountHt }: SnapshotAjustement): string {
  const amount = formatAmount(sens === "remise" ? -amountHt : amountHt);
  return [motif, percent === null ? "" : formatRate(percent), amount].filter(Boolean).join(" · ");
}
