import { useTranslation } from "react-i18next";
import type { TvaGroup } from "#server/domain/facture";
import { formatEuros } from "../../formats";
import { TvaTable } from "../facture-document/tva-table";
import { useEditor } from "./editor-view";

/** The total, and the TVA it holds rate by rate. */
export function SideTotals() {
  const { t } = useTranslation("factures");
  const { computed } = useEditor();
  const { totals } = computed;
  return (
    <section className="section etape etape--verifier">
      <p className="doux texte-13">{t("totaux.totalTtc")}</p>
      <p className="cote__total num">{formatEuros(totals.totalTtc)}</p>
      <TvaTable totals={totals} />
      <Rounding groups={totals.tva} />
    </section>
  );
}

/** The only cents people ask about: the tax is rounded once per rate, not per ligne. */
function Rounding({ groups }: { readonly groups: readonly TvaGroup[] }) {
  const { t } = useTranslation("factures");
  const { content, computed } = useEditor();
  const perLigne = content.lignes.reduce((sum, _, index) => {
    const rate = computed.treatment.lignes[index]?.rate ?? 0;
    return sum + Math.round(((computed.lignes[index]?.netHt ?? 0) * rate) / 10_000);
  }, 0);
  const gap = computed.totals.totalTva - perLigne;
  if (gap === 0 || computed.totals.remisesHt + computed.totals.fraisHt !== 0 || groups.length === 0)
    return null;
  return (
    <details className="mention">
      <summary>
        <span>{t("totaux.ecart", { ecart: formatEuros(gap) })}</span>
        <span className="mention__pourquoi">{t("mentions.pourquoi")}</span>
      </summary>
      <p>{t("totaux.ecartPourquoi")}</p>
    </details>
  );
}
