import { useTranslation } from "react-i18next";
import type { Colonne } from "#server/domain/liste";
import { drawn } from "../../drawn";
import { formatRate, formatUnit, formatUnitPrice } from "../../formats";
import type { RouterOutputs } from "../../trpc";
import { usePlainLinks } from "../../use-plain-links";
import { SortHeader, useSorting } from "../list/sort-header";
import { ChoiceCell, ChoiceHead } from "../selection/choice-cell";
import type { Selection } from "../selection/use-selection";
import { useColonnes } from "../vues/colonnes-menu";
import type { ProduitListQuery } from "./produit-query";

type Produit = RouterOutputs["produits"]["list"]["rows"][number];
type Colonnes = readonly Colonne<"produits">[];
type Props = {
  readonly produits: readonly Produit[];
  readonly query: ProduitListQuery;
  /** Null: this person may do nothing with several. */
  readonly selection: Selection | null;
};

export function ProduitsTable({ produits, query, selection }: Props) {
  const { t } = useTranslation(["produits", "listes"]);
  const colonnes = useColonnes("produits");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the rows' own links are what the keyboard uses.
    <table
      className={`table table--rangs table--produits${selection ? " table--choix" : ""}`}
      onClick={usePlainLinks()}
    >
      <caption className="vh">{t("liste.legende")}</caption>
      <colgroup>
        {selection && <col className="col-choix" />}
        <col />
        {colonnes.includes("reference") && <col className="col-reference" />}
        <col className="col-prix" />
        {colonnes.includes("tva") && <col className="col-court" />}
        {colonnes.includes("usage") && <col className="col-court" />}
      </colgroup>
      <ProduitsHead {...{ query, colonnes, selection }} />
      <tbody
        {...selection?.rows}
        {...drawn(
          produits.map((produit) => (
            <ProduitRow
              key={produit.id}
              produit={produit}
              uses={produit.uses > 0 ? t("liste.fois", { count: produit.uses }) : ""}
              colonnes={colonnes}
              choice={selection && t("listes:selection.choisir", { nom: produit.designation })}
              isSelected={selection?.isSelected(produit.id) ?? false}
            />
          )),
        )}
      />
    </table>
  );
}

type HeadProps = Omit<Props, "produits"> & { readonly colonnes: Colonnes };

function ProduitsHead({ query, colonnes, selection }: HeadProps) {
  const { t } = useTranslation(["produits", "listes"]);
  const sorting = useSorting(query);
  const figures = (sort: "prix" | "usage", className: string) => (
    <SortHeader {...{ sorting, sort, className }} label={t(`liste.${sort}`)} first="desc" />
  );
  return (
    <thead>
      <tr>
        {selection && (
          <ChoiceHead
            label={t("listes:selection.choisirPage")}
            isWhole={selection.isWhole}
            isPart={selection.count > 0 && !selection.isWhole}
            onToggle={selection.toggleShown}
          />
        )}
        <SortHeader sorting={sorting} sort="designation" label={t("liste.designation")} />
        {colonnes.includes("reference") && (
          <th scope="col" className="c-ref">
            {t("liste.reference")}
          </th>
        )}
        {figures("prix", "droite")}
        {colonnes.includes("tva") && (
          <th scope="col" className="droite">
            {t("liste.tva")}
          </th>
        )}
        {colonnes.includes("usage") && figures("usage", "droite c-usage")}
      </tr>
    </thead>
  );
}

type RowProps = {
  readonly produit: Produit;
  readonly uses: string;
  readonly colonnes: Colonnes;
  /** Name of its box; null: it has none. */
  readonly choice: string | null;
  readonly isSelected: boolean;
};

function ProduitRow({ produit, uses, colonnes, choice, isSelected }: RowProps) {
  const { id, designation, description, reference, unitPriceHt, unit, rate } = produit;
  return (
    <tr data-id={id} aria-selected={isSelected || undefined}>
      {choice !== null && <ChoiceCell label={choice} isSelected={isSelected} />}
      <td className="c-titre">
        <a className="rang-lien" data-lien="page" href={`/produits/${id}`}>
          {designation}
        </a>
      </td>
      {colonnes.includes("reference") && <td className="c-ref num doux">{reference}</td>}
      <td className="c-fin droite montant">
        {formatUnitPrice(unitPriceHt)} <span className="doux">/ {formatUnit(unit)}</span>
      </td>
      {colonnes.includes("tva") && (
        <td className="c-sous droite num doux">
          <span className="sur-telephone">{description && `${description} · `}</span>
          {formatRate(rate)}
        </td>
      )}
      {colonnes.includes("usage") && <td className="c-usage droite num doux">{uses}</td>}
    </tr>
  );
}
