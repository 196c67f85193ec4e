import { Check, Minus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Offre } from "./offre";

type Props = {
  readonly offres: readonly Offre[];
  readonly here: (offre: Offre) => string | undefined;
};

const everyone = () => true;

const rows = [
  { name: "facturx", has: everyone },
  { name: "numeros", has: everyone },
  { name: "base", has: everyone },
  { name: "marque", has: everyone },
  { name: "sobre", has: everyone },
  { name: "modeles", has: ({ features }: Offre) => features.includes("modeles") },
] as const;

/** What every offer has, then what some have. */
export function FeatureRows({ offres, here }: Props) {
  const { t } = useTranslation("offres");
  return rows.map(({ name, has }) => (
    <tr key={name}>
      <th scope="row">{t(`lignes.${name}`)}</th>
      {offres.map((offre) => (
        <td key={offre.offre} className={here(offre)}>
          <Mark isIncluded={has(offre)} />
        </td>
      ))}
    </tr>
  ));
}

function Mark({ isIncluded }: { readonly isIncluded: boolean }) {
  const { t } = useTranslation("offres");
  const Icon = isIncluded ? Check : Minus;
  return (
    <span className={isIncluded ? "oui" : "non"}>
      <Icon className="ic" aria-hidden />
      <span className="vh">{isIncluded ? t("compris") : t("nonCompris")}</span>
    </span>
  );
}
