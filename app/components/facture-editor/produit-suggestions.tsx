import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatRate, formatUnit, formatUnitPrice } from "../../formats";
import type { RouterOutputs } from "../../trpc";
import { Matched } from "../matched";
import type { useCombobox } from "./use-combobox";

type Props = {
  readonly box: ReturnType<typeof useCombobox>;
  readonly produits: RouterOutputs["produits"]["suggest"];
  readonly typed: string;
};

/** The société's produits under the row being written, the most used first. */
export function ProduitSuggestions({ box, produits, typed }: Props) {
  const { t } = useTranslation("factures");
  return (
    <div className="menu suggestions">
      <p className="suggestions__titre">{t("lignes.vosProduits")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA 1.2 gives a list this role. */}
      <ul id={box.listId} role="listbox" aria-label={t("lignes.vosProduits")}>
        {produits.map((produit, index) => (
          <li key={produit.id} {...box.optionProps(index)}>
            <span className="suggestions__nom coupe">
              <Matched text={produit.designation} typed={typed} />
            </span>
            <span className="doux texte-13">
              {produit.uses > 0 && t("lignes.fois", { count: produit.uses })}
            </span>
            <span className="num suggestions__prix">
              {formatUnitPrice(produit.unitPriceHt)}
              <small> / {formatUnit(produit.unit)}</small>
            </span>
            <span className="num doux texte-13">{formatRate(produit.rate)}</span>
          </li>
        ))}
        {typed !== "" && (
          <li {...box.optionProps(produits.length)} className="suggestions__neuf">
            <Plus className="ic" aria-hidden />
            <span>{t("lignes.garder", { texte: typed })}</span>
          </li>
        )}
      </ul>
      <p className="suggestions__aide" aria-hidden>
        <span className="touche">↑</span>
        <span className="touche">↓</span> {t("lignes.choisir")} <span className="touche">↵</span>{" "}
        {t("lignes.inserer")} <span className="touche">Tab</span> {t("lignes.celluleSuivante")}
      </p>
    </div>
  );
}
