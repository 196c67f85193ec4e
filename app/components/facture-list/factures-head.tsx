import { useTranslation } from "react-i18next";
import type { Colonne } from "#server/domain/liste";
import { SortHeader, type useSorting } from "../list/sort-header";
import { ChoiceHead } from "../selection/choice-cell";
import type { Selection } from "../selection/use-selection";

type Colonnes = readonly Colonne<"factures">[];

/** Widths; the client takes what is left, with the subject when it is there. */
export const FacturesColumns = ({ colonnes }: { readonly colonnes: Colonnes }) => (
  <>
    <col className="col-choix" />
    <col className="col-num" />
    <col />
    {colonnes.includes("objet") && <col className="col-objet" />}
    {colonnes.includes("date") && <col className="col-date col-jour" />}
    {colonnes.includes("echeance") && <col className="col-date" />}
    <col className="col-montant" />
    {colonnes.includes("reste") && <col className="col-reste" />}
    {colonnes.includes("reglement") && <col className="col-badge" />}
    <col className={colonnes.includes("etat") ? "col-badge" : "col-actions"} />
  </>
);

type Props = {
  readonly sorting: ReturnType<typeof useSorting>;
  readonly colonnes: Colonnes;
  readonly selection: Selection;
};

/** One heading a column; those that sort are links. */
export function FacturesHead({ sorting, colonnes, selection }: Props) {
  const { t } = useTranslation(["factures", "listes"]);
  const sortable = (sort: "date" | "echeance" | "total", className: string, label: string) => (
    <SortHeader {...{ sorting, sort, className, label }} first="desc" />
  );
  return (
    <tr>
      <ChoiceHead
        label={t("listes:selection.choisirPage")}
        isWhole={selection.isWhole}
        isPart={selection.count > 0 && !selection.isWhole}
        onToggle={selection.toggleShown}
      />
      <th scope="col">{t("liste.numero")}</th>
      <SortHeader sorting={sorting} sort="client" label={t("liste.client")} />
      {colonnes.includes("objet") && (
        <th scope="col" className="c-objet">
          {t("listes:colonnes.objet")}
        </th>
      )}
      {colonnes.includes("date") && sortable("date", "c-date", t("liste.date"))}
      {colonnes.includes("echeance") && sortable("echeance", "c-ech", t("liste.echeance"))}
      {sortable("total", "droite", t("liste.montant"))}
      {colonnes.includes("reste") && (
        <th scope="col" className="droite c-reste">
          {t("liste.reste")}
        </th>
      )}
      {colonnes.includes("reglement") && (
        <th scope="col" className="c-reg">
          {t("liste.etatReglement")}
        </th>
      )}
      {colonnes.includes("etat") ? <th scope="col">{t("liste.etat")}</th> : <td />}
    </tr>
  );
}
