import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FeatureRows } from "./feature-rows";
import { LimitRows } from "./limit-rows";
import type { Offre } from "./offre";

type Props = {
  readonly offres: readonly Offre[];
  /** The one in force: its column is tinted. */
  readonly current?: string | null;
  readonly head: (offre: Offre) => ReactNode;
  /** Factures, people and storage, where the cards above do not say them. */
  readonly withLimits?: boolean;
  /** The button under each column. */
  readonly act?: (offre: Offre) => ReactNode;
};

/** The offers side by side: only what exists. */
export function OffresTable({ offres, current = null, head, withLimits, act }: Props) {
  const { t } = useTranslation("offres");
  const here = (offre: Offre) => (offre.offre === current ? "ici" : undefined);
  return (
    <table className="t-plans">
      <caption className="vh">{t("comparaison")}</caption>
      <thead>
        <tr>
          <td />
          {offres.map((offre) => (
            <th key={offre.offre} scope="col" className={here(offre)}>
              {head(offre)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {withLimits && <LimitRows offres={offres} here={here} />}
        <FeatureRows offres={offres} here={here} />
        {act && (
          <tr className="t-act">
            <td />
            {offres.map((offre) => (
              <td key={offre.offre} className={here(offre)}>
                {act(offre)}
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}
