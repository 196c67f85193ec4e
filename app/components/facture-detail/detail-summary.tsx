import { Link } from "@remix-run/react";
import { Banknote, Download, FileCode2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { daysBetween } from "#server/domain/calendar";
import { formatEuros, formatLongDay } from "../../formats";
import { CycleBadge, SettlementBadge, useBadgeLabels } from "../facture-badges/badges";
import { type DetailView, useDetail } from "./detail-view";

/** Where the document stands: badges, what is left, since when, until when. */
export function DetailSummary() {
  const { t } = useTranslation("factures");
  const { facture, snapshot, settlement, can } = useDetail();
  const isPayable = can.record && settlement !== null && settlement.reste !== 0;
  return (
    <section className="section detail__resume">
      <p className="detail__client">
        {facture.clientId ? (
          <Link to={`/clients/${facture.clientId}`}>{facture.clientNom}</Link>
        ) : (
          facture.clientNom
        )}
      </p>
      <Badges />
      <Remaining />
      <div className="detail__actions">
        {isPayable && (
          <Link className="bouton bouton--principal" to="?acte=reglement" preventScrollReset>
            <Banknote className="ic" aria-hidden />
            {t("detail.enregistrer")}
          </Link>
        )}
        {snapshot && <Files factureId={facture.id} />}
      </div>
    </section>
  );
}

/** Of what was issued here. */
function Files({ factureId }: { readonly factureId: string }) {
  const { t } = useTranslation("factures");
  return (
    <>
      <a
        className="bouton bouton--icone"
        href={`/factures/${factureId}.pdf`}
        aria-label={t("detail.telecharger")}
      >
        <Download className="ic" aria-hidden />
      </a>
      <a
        className="bouton bouton--icone"
        href={`/factures/${factureId}.xml`}
        aria-label={t("detail.xml")}
      >
        <FileCode2 className="ic" aria-hidden />
      </a>
    </>
  );
}

/** « Annulée » when the avoirs cover it, whatever was received before. */
export const isCancelled = ({ facture, settlement }: Pick<DetailView, "facture" | "settlement">) =>
  settlement !== null && settlement.avoirsTtc > 0 && settlement.avoirsTtc >= facture.totalTtc;

function Badges() {
  const labels = useBadgeLabels();
  const { t } = useTranslation("factures");
  const view = useDetail();
  const { facture, settlement, today } = view;
  const late =
    settlement?.status === "en_retard" && facture.dueOn ? daysBetween(facture.dueOn, today) : 0;
  const cycle = isCancelled(view) ? "annulee" : facture.status;
  return (
    <div className="detail__badges">
      {settlement && settlement.status !== "annulee" && (
        <SettlementBadge
          status={settlement.status}
          label={labels.settlement(settlement.status, late)}
        />
      )}
      <CycleBadge
        cycle={cycle}
        label={facture.type === "avoir" ? t("type.avoir") : labels.cycle(cycle)}
      />
    </div>
  );
}

function Remaining() {
  const { t } = useTranslation("factures");
  const { facture, settlement } = useDetail();
  const isOwedBack = settlement !== null && settlement.reste < 0;
  const label = settlement === null ? "montantAvoir" : isOwedBack ? "aRembourser" : "resteDu";
  const amount = settlement === null ? facture.totalTtc : Math.abs(settlement.reste);
  return (
    <>
      <dl className="detail__du">
        <div className="chiffre chiffre--grand">
          <dt>{t(`detail.${label}`)}</dt>
          <dd className="num">{formatEuros(amount)}</dd>
        </div>
      </dl>
      {settlement && <Progress />}
    </>
  );
}

function Progress() {
  const { t } = useTranslation("factures");
  const { facture, settlement } = useDetail();
  if (!settlement) return null;
  const done = Math.min(Math.max(settlement.regleTtc + settlement.avoirsTtc, 0), facture.totalTtc);
  const part = facture.totalTtc === 0 ? 0 : Math.round((done * 100) / facture.totalTtc);
  const amounts = {
    recus: formatEuros(settlement.regleTtc),
    avoirs: formatEuros(settlement.avoirsTtc),
    total: formatEuros(facture.totalTtc),
  };
  return (
    <>
      <div
        className="repartition repartition--detail"
        role="img"
        aria-label={t("detail.regleA", { part })}
      >
        <svg width="100%" height="4" preserveAspectRatio="none" viewBox="0 0 100 4" aria-hidden>
          <rect width="100" height="4" className="reste" />
          <rect width={part} height="4" className="encaisse" />
        </svg>
      </div>
      <p className="detail__sous">
        <span className="num">
          {t(settlement.avoirsTtc > 0 ? "detail.recusAvoirs" : "detail.recus", amounts)}
        </span>
        <DueOn />
      </p>
    </>
  );
}

/** A settled facture no longer has a deadline to count. */
function DueOn() {
  const { t } = useTranslation("factures");
  const { facture, settlement, today } = useDetail();
  if (!facture.dueOn) return null;
  const date = formatLongDay(facture.dueOn);
  if (!settlement || settlement.reste <= 0) return <span>{t("detail.echeanceLe", { date })}</span>;
  const days = daysBetween(today, facture.dueOn);
  return days < 0 ? (
    <span className="est-tardif">{t("detail.echeancePassee", { date, count: -days })}</span>
  ) : (
    <span>{t("detail.echeanceDans", { date, count: days })}</span>
  );
}
