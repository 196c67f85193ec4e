import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDay, formatEuros } from "../../formats";
import { useDetail } from "./detail-view";

/** Money received or given back; nothing is erased, a mistake is reversed. */
export function ReglementsList() {
  const { t } = useTranslation("factures");
  const { reglements, settlement, can } = useDetail();
  if (settlement === null) return null;
  const reversed = new Set(reglements.map(({ reversesId }) => reversesId));
  return (
    <section className="section">
      <h2 className="section__titre">{t("detail.reglements")}</h2>
      {reglements.length === 0 && <p className="note">{t("detail.aucunReglement")}</p>}
      <ul className="reglements">
        {reglements.map(({ id, receivedOn, method, reference, amountTtc, reversesId, motif }) => (
          <li key={id} className={reversed.has(id) ? "est-contrepasse" : ""}>
            <span className="num doux">{formatDay(receivedOn)}</span>
            <span>
              {reversesId ? t("detail.contrepasse") : t(`encaissement.moyens.${method}`)}
              {reference && <span className="doux">, {t("detail.reference", { reference })}</span>}
              {motif && <span className="doux">, {motif}</span>}
              {can.record && !reversesId && !reversed.has(id) && (
                <Link
                  className="reglements__inverse"
                  to={`?acte=contrepasser&reglement=${id}`}
                  preventScrollReset
                >
                  {t("detail.contrepasser")}
                </Link>
              )}
            </span>
            <span className="montant">{formatEuros(amountTtc)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
