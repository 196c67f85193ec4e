import { Form } from "@remix-run/react";
import { CalendarRange, Menu, TextAlignJustify } from "lucide-react";
import { useTranslation } from "react-i18next";
import { drawn } from "../../drawn";
import { Button } from "../button";
import { ListSearch } from "../list/list-search";
import { ColonnesMenu } from "../vues/colonnes-menu";
import { ExportLink } from "./export-link";
import { DaysChip, ListChips, useOthers } from "./list-chips";
import type { ListParams } from "./list-params";

type Props = {
  readonly params: ListParams;
  readonly isDense: boolean;
  readonly onDense: (isDense: boolean) => void;
  /** Shows the boxes of the rows, where there is no room for them all the time. */
  readonly onPick: () => void;
};

/** Search as one types, period, density. Without JavaScript, a form. */
export const ListTools = (props: Props) => (
  <div className="outils" {...drawn(<Tools {...props} />)} />
);

function Tools({ params, isDense, onDense, onPick }: Props) {
  const { t } = useTranslation(["factures", "listes"]);
  return (
    <>
      <ListSearch label={t("liste.chercher")} placeholder={t("liste.exemple")} />
      <Period params={params} />
      <ListChips params={params} />
      <span className="pousse">
        <ExportLink params={params} />
      </span>
      <Button look="discret" className="outils__choisir" onClick={onPick}>
        {t("listes:selection.commencer")}
      </Button>
      <ColonnesMenu liste="factures" />
      <fieldset className="bascule">
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
    </>
  );
}

/** The period as a chip once chosen; a small form to choose it. */
function Period({ params: { du, au } }: Pick<Props, "params">) {
  const { t } = useTranslation("factures");
  const others = useOthers(["du", "au"]);
  if (du !== "" || au !== "")
    return <DaysChip name="periode" from="du" until="au" {...{ du, au }} />;
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
