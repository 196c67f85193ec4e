import { useTranslation } from "react-i18next";
import type { Offre, Rythme } from "./offre";
import { useOffrePrice } from "./use-offre-price";

type Props = { readonly offre: Offre; readonly rythme: Rythme; readonly isCurrent: boolean };

/** Top of a column: the name and the price of an offer. */
export function OffreHead({ offre, rythme, isCurrent }: Props) {
  const { t } = useTranslation("abonnement");
  const { amount, unit } = useOffrePrice({ offre, rythme });
  return (
    <>
      <span className="pl-n">
        {offre.nom} {isCurrent && <span className="pilule">{t("actes.votreOffre")}</span>}
      </span>
      <span className="pl-p num">{amount}</span>
      <span className="pl-u">{unit}</span>
    </>
  );
}
