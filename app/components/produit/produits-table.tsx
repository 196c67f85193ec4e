import { useTranslation } from "react-i18next";
import { drawn } from "../../drawn";
import { formatRate, formatUnit, formatUnitPrice } from "../../formats";
import type { RouterOutputs } from "../../trpc";
import { usePlainLinks } from "../../use-plain-links";
import { SortHeader, useSorting } from "../list/sort-header";
import type { ProduitListQuery } from "./produit-query";

type Produit = RouterOutputs["produits"]["list"]["rows"][number];
type Props = { readonly produits: readonly Produit[]; readonly query: ProduitListQuery };

export function ProduitsTable({ produits, query }: Props) {
  const { t } = useTranslation("produits");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the rows' own links are what the keyboard uses.
    <table className="table table--rangs table--produits" onClick={usePlainLinks()}>
      <caption className="vh">{t("liste.legende")}</caption>
      <colgroup>
        <col />
        <col className="col-siren" />
        <col className="col-prix" />
        <col className="col-court" />
        <col className="col-court" />
      </colgroup>
      <ProduitsHead query={query} />
      <tbody
        {...drawn(
          produits.map((produit) => (
            <ProduitRow
              key={produit.id}
              produit={produit}
              uses={produit.uses > 0 ? t("liste.fois", { count: produit.uses }) : ""}
            />
          )),
        )}
      />
    </table>
  );
}

function ProduitsHead({ query }: { query: ProduitListQuery }) {
  const { t } = useTranslation("produits");
  const sorting = useSorting(query);
  return (
    <thead>
      <tr>
        <SortHeader sorting={sorting} sort="designation" label={t("liste.designation")} />
        <th scope="col" className="c-ref">
          {t("liste.reference")}
        </th>
        <SortHeader
          sorting={sorting}
          sort="prix"
          label={t("liste.prix")}
          first="desc"
          className="droite"
        />
        <th scope="col" className="droite">
          {t("liste.tva")}
        </th>
        <SortHeader
          sorting={sorting}
          sort="usage"
          label={t("liste.usage")}
          first="desc"
          className="droite c-usage"
        />
      </tr>
    </thead>
  );
}

function ProduitRow({ produit, uses }: { produit: Produit; uses: string }) {
  const { id, designation, description, reference, unitPriceHt, unit, rate } = produit;
  return (
    <tr>
      <td className="c-titre">
        <a className="rang-lien" data-lien="page" href={`/produits/${id}`}>
          {designation}
        </a>
      </td>
      <td className="c-ref num doux">{reference}</td>
      <td className="c-fin droite montant">
        {formatUnitPrice(unitPriceHt)} <span className="doux">/ {formatUnit(unit)}</span>
      </td>
      <td className="c-sous droite num doux">
        <span className="sur-telephone">{description && `${description} · `}</span>
        {formatRate(rate)}
      </td>
      <td className="c-usage droite num doux">{uses}</td>
    </tr>
  );
}
