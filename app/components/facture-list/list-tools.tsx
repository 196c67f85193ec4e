import { Form, Link, useSearchParams } from "@remix-run/react";
import { CalendarRange, Menu, TextAlignJustify, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatDay } from "#server/domain/calendar";
import { ListSearch } from "../list/list-search";
import type { ListParams } from "./list-params";

type Props = {
  readonly params: ListParams;
  readonly isDense: boolean;
  readonly onDense: (isDense: boolean) => void;
};

/** Search as one types, period, density. Without JavaScript, a form. */
export function ListTools({ params, isDense, onDense }: Props) {
  const { t } = useTranslation("factures");
  return (
    <div className="outils">
      <ListSearch label={t("liste.chercher")} placeholder={t("liste.exemple")} />
      <Period params={params} />
      <fieldset className="bascule pousse">
        <legend className="vh">{t("liste.densite")}</legend>
        {[false, true].map((dense) => {
          const label = t(dense ? "liste.serree" : "liste.aeree");
          const Icon = dense ? TextAlignJustify : Menu;
          return (
            <button
              key={label}
              type="button"
              aria-pressed={dense === isDense}
              aria-label={label}
              title={label}
              onClick={() => onDense(dense)}
            >
              <Icon className="ic" aria-hidden />
            </button>
          );
        })}
      </fieldset>
    </div>
  );
}

/** The period as a chip once chosen; a small form to choose it. */
function Period({ params }: Pick<Props, "params">) {
  const { t } = useTranslation("factures");
  const [search] = useSearchParams();
  const { du, au } = params;
  const others = [...search].filter(([name]) => !["du", "au", "suite"].includes(name));
  if (du !== "" || au !== "") {
    const [from, until] = [du && formatDay(du), au && formatDay(au)];
    const text =
      from && until
        ? t("liste.duAu", { du: from, au: until })
        : from
          ? t("liste.depuis", { du: from })
          : t("liste.jusquAu", { au: until });
    return (
      <span className="puce">
        <span>{t("liste.periode")}</span> <b className="num">{text}</b>
        <Link
          to={`?${new URLSearchParams(others)}`}
          aria-label={t("liste.retirerPeriode")}
          preventScrollReset
        >
          <X className="ic ic--14" aria-hidden />
        </Link>
      </span>
    );
  }
  return (
    <details className="periode">
      <summary className="puce puce--ajout">
        <CalendarRange className="ic ic--14" aria-hidden />
        {t("liste.periode")}
      </summary>
      <Form method="get" action="/factures" className="menu periode__choix">
        {others.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {(["du", "au"] as const).map((name) => (
          <label key={name} className="groupe">
            <span className="etiquette">{t(`liste.${name}`)}</span>
            <input
              className="champ num"
              type="date"
              name={name}
              min="2000-01-01"
              max="2099-12-31"
            />
          </label>
        ))}
        <button type="submit" className="bouton bouton--principal">
          {t("liste.filtrer")}
        </button>
      </Form>
    </details>
  );
}
