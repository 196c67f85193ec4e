import { useTranslation } from "react-i18next";
import type { Ajustement } from "#server/domain/facture";
import { formatEuros, formatRate } from "../../formats";
import { useEditor } from "./editor-view";

/** Foot of the sheet: from the lignes to what is to be paid. */
export function SheetTotals() {
  const { t } = useTranslation("factures");
  const { computed, content, dispatch, facts } = useEditor();
  const { totals, ajustementsHt } = computed;
  return (
    <dl className="feuille__totaux num">
      <div>
        <dt>{t("totaux.lignesHt")}</dt>
        <dd>{formatEuros(totals.lignesHt)}</dd>
      </div>
      {content.ajustements.map((ajustement, index) => {
        const amount = ajustementsHt[index] ?? 0;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: adjustments have no identity but their place.
          <div key={index}>
            <dt>
              {facts.canWrite ? (
                <button
                  type="button"
                  className="modifiable"
                  onClick={() => dispatch({ type: "focus", field: `ajustements.${index}.valeur` })}
                >
                  {ajustementLabel(ajustement)}
                </button>
              ) : (
                ajustementLabel(ajustement)
              )}
            </dt>
            <dd>{formatEuros(ajustement.sens === "remise" ? -amount : amount)}</dd>
          </div>
        );
      })}
      <div>
        <dt>{t("totaux.totalHt")}</dt>
        <dd>{formatEuros(totals.totalHt)}</dd>
      </div>
      <div>
        <dt>{t("totaux.tva")}</dt>
        <dd>{formatEuros(totals.totalTva)}</dd>
      </div>
      <div className="feuille__ttc">
        <dt>{t("totaux.totalTtc")}</dt>
        <dd>{formatEuros(totals.totalTtc)}</dd>
      </div>
    </dl>
  );
}

const ajustementLabel = ({ mode, valeur, motif }: Ajustement) =>
  mode === "pourcent" ? `${motif} ${formatRate(valeur)}` : motif;
