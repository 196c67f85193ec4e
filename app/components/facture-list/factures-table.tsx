import type { TFunction } from "i18next";
import { type FocusEvent, type MouseEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { drawn } from "../../drawn";
import { usePlainLinks } from "../../use-plain-links";
import { SortHeader, useSorting } from "../list/sort-header";
import { FactureRow, type ListedFacture, useRowWords } from "./facture-row";
import type { ListParams } from "./list-params";

type Props = {
  readonly rows: readonly ListedFacture[];
  readonly params: ListParams;
  readonly today: string;
  readonly isDense: boolean;
  readonly canRecord: boolean;
};

/** The factures of a page, one line each; two lines on a phone. */
export function FacturesTable({ rows, params, today, isDense, canRecord }: Props) {
  const { t } = useTranslation(["factures", "commun"]);
  const [active, setActive] = useState<string | null>(null);
  const asked = useRowWords();
  const [words] = useState(asked); // the same for every row, as long as the page stands
  const follow = (event: MouseEvent | FocusEvent) =>
    setActive((event.target as HTMLElement).closest("tr")?.dataset["id"] ?? null);
  const sorting = useSorting({ sort: params.tri, dir: params.sens });
  const order = t(params.sens === "asc" ? "liste.croissant" : "liste.decroissant");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: real links inside; this only saves them a page load.
    <table
      className={`table table--factures${isDense ? " table--serre" : ""}`}
      onClick={usePlainLinks()}
    >
      <caption className="vh">{t("liste.legende", { ordre: order })}</caption>
      <colgroup {...drawn(columns)} />
      <thead {...drawn(headings(t, sorting))} />
      <tbody
        onMouseOver={follow}
        onMouseLeave={() => setActive(null)}
        onFocus={follow}
        {...drawn(
          rows.map((row) => (
            <FactureRow
              key={row.id}
              row={row}
              words={words}
              today={today}
              isActive={active === row.id}
              canRecord={canRecord}
            />
          )),
        )}
      />
    </table>
  );
}

const columns = (
  <>
    <col className="col-num" />
    <col />
    <col className="col-date" />
    <col className="col-date" />
    <col className="col-montant" />
    <col className="col-reste" />
    <col className="col-badge" />
    <col className="col-badge" />
  </>
);

/** One heading a column; those that sort are links. */
function headings(t: TFunction<["factures", "commun"]>, sorting: ReturnType<typeof useSorting>) {
  return (
    <tr>
      <th scope="col">{t("liste.numero")}</th>
      <SortHeader sorting={sorting} sort="client" label={t("liste.client")} />
      <SortHeader
        {...{ sorting, sort: "date", first: "desc", className: "c-date" }}
        label={t("liste.date")}
      />
      <SortHeader
        {...{ sorting, sort: "echeance", first: "desc", className: "c-ech" }}
        label={t("liste.echeance")}
      />
      <SortHeader
        {...{ sorting, sort: "total", first: "desc", className: "droite" }}
        label={t("liste.montant")}
      />
      <th scope="col" className="droite c-reste">
        {t("liste.reste")}
      </th>
      <th scope="col" className="c-reg">
        {t("liste.etatReglement")}
      </th>
      <th scope="col">{t("liste.etat")}</th>
    </tr>
  );
}
