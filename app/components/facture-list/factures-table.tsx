import { type FocusEvent, type MouseEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { drawn } from "../../drawn";
import { usePlainLinks } from "../../use-plain-links";
import { useSorting } from "../list/sort-header";
import type { Selection } from "../selection/use-selection";
import { useColonnes } from "../vues/colonnes-menu";
import { FactureRow, type ListedFacture, useRowWords } from "./facture-row";
import { FacturesColumns, FacturesHead } from "./factures-head";
import type { ListParams } from "./list-params";

type Props = {
  readonly rows: readonly ListedFacture[];
  readonly params: ListParams;
  readonly today: string;
  readonly isDense: boolean;
  readonly canRecord: boolean;
  readonly selection: Selection;
};

/** The factures of a page, one line each; two lines on a phone. */
export function FacturesTable(props: Props) {
  const { rows, params, today, isDense, canRecord, selection } = props;
  const { t } = useTranslation("factures");
  const [active, setActive] = useState<string | null>(null);
  const asked = useRowWords();
  const [words] = useState(asked); // the same for every row, as long as the page stands
  const chosen = useColonnes("factures");
  const of = chosen.join(); // the same columns are the same array: a row is drawn anew only for what it shows
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says what is in `chosen`.
  const colonnes = useMemo(() => chosen, [of]);
  const follow = (event: MouseEvent | FocusEvent) =>
    setActive((event.target as HTMLElement).closest("tr")?.dataset["id"] ?? null);
  const sorting = useSorting({ sort: params.tri, dir: params.sens });
  const order = t(params.sens === "asc" ? "liste.croissant" : "liste.decroissant");
  const isPicking = selection.isPicking || selection.count > 0;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: real links inside; this only saves them a page load.
    <table
      className={`table table--factures${isDense ? " table--serre" : ""}${isPicking ? " table--choix" : ""}`}
      onClick={usePlainLinks()}
    >
      <caption className="vh">{t("liste.legende", { ordre: order })}</caption>
      <colgroup {...drawn(<FacturesColumns colonnes={colonnes} />)} />
      <thead {...drawn(<FacturesHead {...{ sorting, colonnes, selection }} />)} />
      <tbody
        onMouseOver={follow}
        onMouseLeave={() => setActive(null)}
        onFocus={follow}
        {...selection.rows}
        {...drawn(
          rows.map((row) => (
            <FactureRow
              key={row.id}
              row={row}
              words={words}
              today={today}
              isActive={active === row.id}
              canRecord={canRecord}
              isSelected={selection.isSelected(row.id)}
              colonnes={colonnes}
            />
          )),
        )}
      />
    </table>
  );
}
