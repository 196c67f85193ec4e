import { useTranslation } from "react-i18next";
import { formatPrice } from "../../format-price";
import { type Offre, priceOf, type Rythme } from "./offre";

type Props = { readonly offre: Offre; readonly rythme: Rythme; readonly withMonth?: boolean };

/** The price, and what it is the price of. */
export function useOffrePrice({ offre, rythme, withMonth = false }: Props) {
  const { t } = useTranslation("offres");
  const price = priceOf(offre, rythme);
  const unit =
    price === 0
      ? t("pourToujours")
      : rythme === "mois"
        ? t("htParMois")
        : withMonth
          ? t("soitParMois", { prix: formatPrice(Math.round(price / 12)) })
          : t("htParAn");
  return { amount: formatPrice(price), unit };
}
