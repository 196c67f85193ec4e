import { type FocusEvent, type MouseEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useBadgeLabels } from "../facture-badges/badges";
import { SortHeader } from "../list/sort-header";
import { useRowLinks } from "../list/use-row-links";
import { FactureRow, type ListedFacture } from "./facture-row";
import type { ListParams } from "./list-params";

type Props = {
  readonly rows: readonly ListedFacture[];
  readonly params: ListParams;
  readonly today: string;
  readonly isDense: boolean;
  readonly canWrite: boolean;
};

/** The factures of a page, one line each; two lines on a phone. */
export function FacturesTable({ rows, params, today, isDense, canWrite }: Props) {
  const { t } = useTranslation("factures");
  const labels = useBadgeLabels();
  const [active, setActive] = useState<string | null>(null);
  const words = useMemo(
    () => ({
      ...labels,
      sansNumero: t("liste.sansNumero"),
      sansClient: t("liste.sansClient"),
      avoir: t("type.avoir"),
    }),
    [labels, t],
  );
  const follow = (event: MouseEvent | FocusEvent) =>
    setActive((event.target as HTMLElement).closest("tr")?.dataset["id"] ?? null);
  const open = useRowLinks();
  const current = { sort: params.tri, dir: params.sens };
  const order = t(params.sens === "asc" ? "liste.croissant" : "liste.decroissant");
  return (
    <table className={`table table--factures${isDense ? " table--serre" : ""}`}>
      <caption className="vh">{t("liste.legende", { ordre: order })}</caption>
      <Columns />
      <thead>
        <tr>
          <th scope="col">{t("liste.numero")}</th>
          <SortHeader sort="client" label={t("liste.client")} current={current} />
          <SortHeader
            sort="date"
            label={t("liste.date")}
            current={current}
            first="desc"
            className="c-date"
          />
          <SortHeader
            sort="echeance"
            label={t("liste.echeance")}
            current={current}
            first="desc"
            className="c-ech"
          />
          <SortHeader
            sort="total"
            label={t("liste.montant")}
            current={current}
            first="desc"
            className="droite"
          />
          <th scope="col" className="droite c-reste">
            {t("liste.reste")}
          </th>
          <th scope="col" className="c-reg">
            {t("liste.etatReglement")}
          </th>
          <th scope="col">{t("liste.etat")}</th>
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: real links inside; this only saves them a page load. */}
      <tbody
        onMouseOver={follow}
        onMouseLeave={() => setActive(null)}
        onFocus={follow}
        onClick={open}
      >
        {rows.map((row) => (
          <FactureRow
            key={row.id}
            row={row}
            words={words}
            today={today}
            isActive={active === row.id}
            canWrite={canWrite}
          />
        ))}
      </tbody>
    </table>
  );
}

const Columns = () => (
  <colgroup>
    <col className="col-num" />
    <col />
    <col className="col-date" />
    <col className="col-date" />
    <col className="col-montant" />
    <col className="col-reste" />
    <col className="col-badge" />
    <col className="col-badge" />
  </colgroup>
);
