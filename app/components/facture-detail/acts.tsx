import { Link } from "@remix-run/react";
import { Ban, ChevronRight, Copy, ReceiptText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatEuros } from "../../formats";
import { Write } from "../../write";
import { RoleNote } from "../role-note";
import { duplicateForm } from "./detail-forms";
import { isCancelled } from "./detail-summary";
import { type DetailView, receivedOf, useDetail } from "./detail-view";

/** What the law still allows, and a sentence for what it does not. */
export function Acts() {
  const { t } = useTranslation("factures");
  const view = useDetail();
  const { facture, can } = view;
  const isImported = facture.status === "importee";
  const lacks = can.draft ? (can.issue ? null : "factures.issue") : "factures.draft";
  const isAvoir = facture.type === "avoir";
  return (
    <section className="section">
      <h2 className="section__titre">{t("detail.corriger")}</h2>
      <Links />
      {can.draft && (
        <div className="actes">
          {can.issue && !isImported && mayBeCancelled(view) && <Cancel />}
          {can.issue && !isImported && view.settlement !== null && !isCancelled(view) && <Credit />}
          {!isAvoir && <Duplicate />}
        </div>
      )}
      <p className="note detail__loi">{t(lawOf(facture))}</p>
      {lacks && <RoleNote permission={lacks} className="detail__loi" />}
    </section>
  );
}

const lawOf = ({ status, type }: DetailView["facture"]) => {
  if (status === "importee") return "detail.loiReprise";
  return type === "avoir" ? "detail.loiAvoir" : "detail.loi";
};

const mayBeCancelled = (view: DetailView) =>
  view.settlement !== null && view.settlement.avoirsTtc === 0 && !isCancelled(view);

/** Facture and avoir lead to each other. */
function Links() {
  const { t } = useTranslation("factures");
  const { avoirs, origine, facture } = useDetail();
  const whyOf = (totalTtc: number) =>
    t(totalTtc < facture.totalTtc ? "detail.reduitePar" : "detail.annuleePar");
  const linked = [
    ...avoirs.map((avoir) => ({ ...avoir, why: whyOf(avoir.totalTtc) })),
    ...(origine ? [{ ...origine, why: t("detail.corrige") }] : []),
  ];
  if (linked.length === 0) return null;
  return (
    <ul className="detail__liens">
      {linked.map(({ id, number, why, totalTtc }) => (
        <li key={id}>
          {why}{" "}
          <Link className="lien num" to={`/factures/${id}`}>
            {number}
          </Link>
          <span className="montant">{formatEuros(totalTtc)}</span>
        </li>
      ))}
    </ul>
  );
}

function Cancel() {
  const { t } = useTranslation("factures");
  const view = useDetail();
  const received = receivedOf(view);
  return (
    <Link className="acte" to="?acte=avoir" preventScrollReset>
      <Ban className="ic" aria-hidden />
      <span>
        <b>{t("detail.annulerPar", { numero: view.facture.number ?? "" })}</b>
        <small>
          {received > 0
            ? t("detail.annulerSuiteRecus", { recus: formatEuros(received) })
            : t("detail.annulerSuite")}
        </small>
      </span>
      <ChevronRight className="ic" aria-hidden />
    </Link>
  );
}

function Credit() {
  const { t } = useTranslation("factures");
  const { facture, settlement } = useDetail();
  const left = facture.totalTtc - (settlement?.avoirsTtc ?? 0);
  return (
    <Link className="acte" to={`/factures/${facture.id}/avoir`}>
      <ReceiptText className="ic" aria-hidden />
      <span>
        <b>{t("detail.crediter")}</b>
        <small>{t("detail.crediterSuite", { reste: formatEuros(left) })}</small>
      </span>
      <ChevronRight className="ic" aria-hidden />
    </Link>
  );
}

function Duplicate() {
  const { t } = useTranslation("factures");
  const { facture } = useDetail();
  return (
    <Write form={duplicateForm}>
      <input type="hidden" name="factureId" value={facture.id} />
      <button type="submit" className="acte">
        <Copy className="ic" aria-hidden />
        <span>
          <b>{t("detail.dupliquer")}</b>
          <small>{t("detail.dupliquerSuite")}</small>
        </span>
        <ChevronRight className="ic" aria-hidden />
      </button>
    </Write>
  );
}
