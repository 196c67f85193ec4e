import { useTranslation } from "react-i18next";
import type { RouterOutputs } from "../../trpc";
import { useShownEuros } from "../../use-shown-euros";

type Props = { readonly totals: RouterOutputs["factures"]["totals"] };

/** What the selection comes to, as the server has added it up; nothing where amounts are hidden. */
export function SelectionTotals({ totals }: Props) {
  const { t } = useTranslation("listes");
  const shown = useShownEuros();
  if (totals.ttc === null) return null;
  return (
    <dl className="barre-flottante__totaux num">
      {(["ht", "tva", "ttc", "reste"] as const).map((name) => (
        <div key={name} data-v={name}>
          <dt>{t(`selection.${name}`)}</dt>
          <dd>{shown(totals[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
