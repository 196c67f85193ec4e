import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../button";

type Props = {
  /** Null while it is counted. */
  readonly count: number | null;
  readonly onClear: () => void;
  /** The way to all that matches, when more does than is ticked. */
  readonly all: { readonly label: string; readonly onSelect: () => void } | null;
  readonly totals?: ReactNode;
  /** What may be done. */
  readonly children: ReactNode;
};

/** Above the list while rows are ticked. */
export function SelectionBar({ count, onClear, all, totals, children }: Props) {
  const { t } = useTranslation("listes");
  useRoomBelow();
  return (
    <section className="barre-flottante" aria-label={t("selection.titre")}>
      <div className="barre-flottante__tete">
        <b role="status">{count === null ? "…" : t("selection.choisies", { count })}</b>
        {all && (
          <button type="button" className="lien lien--bouton" onClick={all.onSelect}>
            {all.label}
          </button>
        )}
        {totals}
      </div>
      <div className="barre-flottante__actes">
        {children}
        <Button look="discret" className="barre-flottante__fin" onClick={onClear}>
          {t("selection.lacher")}
          <kbd className="touche">{t("selection.echap")}</kbd>
        </Button>
      </div>
    </section>
  );
}

/** The page leaves room for the bar. (`body:has(…)` would have every span of the page styled anew at each key typed in it.) */
function useRoomBelow() {
  useEffect(() => {
    document.documentElement.dataset["selection"] = "";
    return () => {
      delete document.documentElement.dataset["selection"];
    };
  }, []);
}
