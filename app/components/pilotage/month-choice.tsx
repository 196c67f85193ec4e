import { Link } from "@remix-run/react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { monthsUntil } from "#server/domain/tableau-period";
import { monthYear } from "./month-words";
import { montants, type TableauParams } from "./tableau-params";

type Props = { readonly params: TableauParams; readonly shown: string; readonly current: string };

/** HT or TTC, and the month; the address keeps both. */
export function MonthChoice({ params, shown, current }: Props) {
  const { t } = useTranslation("pilotage");
  const to = (mois: string | null, amounts = params.montants) => {
    const said = new URLSearchParams();
    if (mois !== null && mois !== current) said.set("mois", mois);
    if (amounts !== "ht") said.set("montants", amounts);
    return `?${said}`;
  };
  const [before = shown] = monthsUntil(shown, 2);
  const [, , after = shown] = monthsUntil(nextOf(shown), 3);
  return (
    <div className="haut__periode">
      <nav className="segments" aria-label={t("montants")}>
        {montants.map((amounts) => (
          <Link
            key={amounts}
            to={to(params.mois, amounts)}
            aria-current={amounts === params.montants ? "true" : undefined}
            preventScrollReset
          >
            {t(`taxes.${amounts}`)}
          </Link>
        ))}
      </nav>
      <nav className="mois" aria-label={t("choisirMois")}>
        <Link className="bouton bouton--discret bouton--icone" to={to(before)} preventScrollReset>
          <ChevronLeft className="ic" aria-hidden />
          <span className="vh">{monthYear(before)}</span>
        </Link>
        <span className="mois__nom">{monthYear(shown)}</span>
        {shown < current && (
          <Link className="bouton bouton--discret bouton--icone" to={to(after)} preventScrollReset>
            <ChevronRight className="ic" aria-hidden />
            <span className="vh">{monthYear(after)}</span>
          </Link>
        )}
      </nav>
    </div>
  );
}

function nextOf(mois: string): string {
  const [year = 0, month = 0] = mois.split("-").map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}
