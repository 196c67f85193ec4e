import { Link } from "@remix-run/react";
import { ClockAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatEuros } from "../../formats";
import { Growth } from "./growth";
import { monthName } from "./month-words";
import { facturesLink, type Montants, monthLink, type Tableau } from "./tableau-params";

type Props = { readonly tableau: Tableau; readonly montants: Montants };

/** The four answers one opens the page for; each leads to its factures. */
export function KeyFigures({ tableau, montants }: Props) {
  const { t } = useTranslation("pilotage");
  const { period, facture, encaisse, ages, tva } = tableau;
  const mois = monthName(period.mois);
  const late = ages.filter(({ name }) => name !== "non_echu");
  const sum = (of: readonly { readonly ttc: number }[]) =>
    of.reduce((all, { ttc }) => all + ttc, 0);
  const tvaTotal = tva.groupes.reduce((all, group) => all + group.tva, 0);
  const { from, until } = period.month;
  return (
    <dl className="mesures">
      <div className="mesure mesure--une">
        <dt>{t("chiffres.facture", { mois, montants: t(`taxes.${montants}`) })}</dt>
        <dd>
          <Link className="num" to={monthLink(period.mois)}>
            {formatEuros(facture.month[montants])}
          </Link>
          <p>
            <Growth
              now={facture.month[montants]}
              before={facture.monthBefore[montants]}
              year={period.monthBefore.from.slice(0, 4)}
              sameDay={period.isRunning}
            />
          </p>
        </dd>
      </div>
      <div className="mesure">
        <dt>{t("chiffres.encaisse", { mois })}</dt>
        <dd>
          <Link className="num" to={facturesLink({ regleDu: from, regleAu: until })}>
            {formatEuros(encaisse.ttc)}
          </Link>
          <p>{t("chiffres.reglements", { count: encaisse.nb })}</p>
        </dd>
      </div>
      <div className="mesure">
        <dt>{t("chiffres.aEncaisser")}</dt>
        <dd>
          <Link className="num" to={facturesLink({ vue: "a_encaisser" })}>
            {formatEuros(sum(ages))}
          </Link>
          <p>
            {sum(late) > 0 ? (
              <Link className="alerte" to={facturesLink({ vue: "en_retard" })}>
                <ClockAlert className="ic" aria-hidden />
                {t("chiffres.enRetard", { montant: formatEuros(sum(late)) })}
              </Link>
            ) : (
              t("chiffres.rienEnRetard")
            )}
          </p>
        </dd>
      </div>
      <div className="mesure">
        <dt>{t("chiffres.tva", { mois })}</dt>
        <dd>
          <span className="num">{formatEuros(tvaTotal)}</span>
          <p>{t(`tva.${tva.regime === "franchise" ? "franchise" : tva.exigibilite}`)}</p>
        </dd>
      </div>
    </dl>
  );
}
