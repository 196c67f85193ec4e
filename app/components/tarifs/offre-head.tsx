import type { Offre, Rythme } from "./offre";
import { useOffrePrice } from "./use-offre-price";

type Props = { readonly offre: Offre; readonly rythme: Rythme; readonly badge: string | null };

/** Top of a column: the name and the price of an offer. */
export function OffreHead({ offre, rythme, badge }: Props) {
  const { amount, unit } = useOffrePrice({ offre, rythme });
  return (
    <>
      <span className="pl-n">
        {offre.nom} {badge && <span className="pilule">{badge}</span>}
      </span>
      <span className="pl-p num">{amount}</span>
      <span className="pl-u">{unit}</span>
    </>
  );
}
