import { useTranslation } from "react-i18next";
import { tvaRates } from "#server/domain/tva-rates";
import { unitCodes } from "#server/domain/units";
import { formatRate, formatUnitPrice, unitWords } from "../../formats";
import { type RouterOutputs, trpc } from "../../trpc";
import { ChoiceField } from "../choice-field";
import { SelectField } from "../select-field";
import { TextField } from "../text-field";

const unitOptions = () =>
  unitCodes.map((code) => ({
    value: code,
    label: `${unitWords(code).one} (${unitWords(code).short})`,
  }));

/** Rates of the société's territory, highest first, and 0; a rate already kept stays offered. */
function useRates(kept: number | undefined) {
  const [{ emetteur }] = trpc.societe.get.useSuspenseQuery();
  const own = emetteur.regime === "franchise" ? [] : tvaRates[emetteur.territoire];
  const all = [...own.map(({ rate }) => rate), 0, ...(kept === undefined ? [] : [kept])];
  return [...new Set(all)].sort((a, b) => b - a);
}

export function ProduitPrice({ produit }: { produit: RouterOutputs["produits"]["get"] | null }) {
  const { t } = useTranslation("produits");
  const rates = useRates(produit?.rate);
  return (
    <>
      <ChoiceField
        name="nature"
        legend={t("nature.titre")}
        defaultValue={produit?.nature ?? "service"}
        options={[
          { value: "service", label: t("nature.service") },
          { value: "bien", label: t("nature.bien") },
        ]}
      />
      <div className="form-trois">
        <TextField
          name="unitPriceHt"
          label={t("formulaire.prix")}
          help={t("formulaire.prixAide")}
          figures
          inputMode="decimal"
          defaultValue={produit ? formatUnitPrice(produit.unitPriceHt) : ""}
          autoComplete="off"
        />
        <SelectField
          name="unit"
          label={t("formulaire.unite")}
          options={unitOptions()}
          defaultValue={produit?.unit ?? "C62"}
        />
        <SelectField
          name="rate"
          label={t("formulaire.tva")}
          options={rates.map((rate) => ({ value: String(rate), label: formatRate(rate) }))}
          defaultValue={String(produit?.rate ?? rates.find((rate) => rate === 2000) ?? rates[0])}
        />
      </div>
    </>
  );
}
