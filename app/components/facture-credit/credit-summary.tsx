import { Link } from "@remix-run/react";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { FactureTotals } from "#server/domain/facture";
import { formatEuros } from "../../formats";
import { TvaTable } from "../facture-document/tva-table";
import { SubmitButton } from "../submit-button";
import { useCredit } from "./credit-view";

/** What the avoir will say and what it changes, before it cannot be undone. */
export function CreditSummary({ totals }: { readonly totals: FactureTotals | null }) {
  const { t } = useTranslation("factures");
  const { factureId, number: numero, nextAvoir: avoir } = useCredit();
  const total = totals?.totalTtc ?? 0;
  return (
    <aside className="credit__cote" aria-label={t("credit.autour")}>
      <div aria-live="polite">
        <p className="doux texte-13">{t("credit.total")}</p>
        <p className="cote__total num">{formatEuros(total)}</p>
        {totals && total > 0 && <TvaTable totals={totals} />}
        {totals ? <Consequence totalTtc={total} /> : <TooMuch />}
      </div>
      <p className="note">{t("credit.definitif", { avoir })}</p>
      <SubmitButton>
        {total > 0
          ? t("credit.emettreDe", { avoir, total: formatEuros(total) })
          : t("credit.emettre", { avoir })}
      </SubmitButton>
      <Link className="bouton" to={`/factures/${factureId}`}>
        {t("credit.garder", { numero })}
      </Link>
    </aside>
  );
}

function TooMuch() {
  const { t } = useTranslation("factures");
  const { snapshot, credited } = useCredit();
  const left = formatEuros(snapshot.totals.totalTtc - credited.totalTtc);
  return (
    <p className="attention texte-13">
      <CircleAlert className="ic" aria-hidden />
      <span>{t("credit.depasse", { reste: left })}</span>
    </p>
  );
}

function Consequence({ totalTtc }: { readonly totalTtc: number }) {
  const { t } = useTranslation("factures");
  const { number: numero, resteTtc } = useCredit();
  if (totalTtc <= 0) return <p className="note">{t("credit.rien")}</p>;
  const after = resteTtc - totalTtc;
  const words = { numero, avant: formatEuros(resteTtc), apres: formatEuros(after) };
  if (after >= 0) return <p className="note">{t("credit.suite", words)}</p>;
  return (
    <p className="note">
      {resteTtc > 0 && t("credit.suiteSoldee", { numero })}{" "}
      {t("credit.suiteRembourser", { montant: formatEuros(-after) })}
    </p>
  );
}
