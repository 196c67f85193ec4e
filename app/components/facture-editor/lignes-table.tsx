import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ligneKinds } from "#server/domain/facture";
import { subtotalsOf } from "#server/domain/subtotals";
import { useEditor, useSheet } from "./editor-view";
import { LigneEdited } from "./ligne-edited";
import { LigneRead } from "./ligne-read";
import { RowNotice } from "./row-notice";
import { type RowDrag, useRowDrag } from "./use-row-drag";

/** The lignes of the sheet: one shows its cells, the others are read as on the document. */
export function LignesTable() {
  const { t } = useTranslation("factures");
  const { state, dispatch, computed, facts } = useEditor();
  const { list, drag, begin } = useRowDrag(dispatch);
  const { lignes } = state.facture;
  const subtotals = subtotalsOf(lignes, computed.lignes);
  return (
    <>
      <div className="lignes__tete" aria-hidden="true">
        <span>{t("lignes.designation")}</span>
        <span>{t("lignes.quantity")}</span>
        <span>{t("lignes.unit")}</span>
        <span>{t("lignes.unitPriceHt")}</span>
        <span>{t("lignes.rate")}</span>
        <span>{t("lignes.netHt")}</span>
      </div>
      <ol
        ref={list}
        className="lignes"
        aria-label={t("lignes.titre")}
        data-glisse={drag ? true : undefined}
      >
        {lignes.map((ligne, index) => {
          const net = subtotals.get(index) ?? computed.lignes[index]?.netHt ?? 0;
          const rate = computed.treatment.lignes[index]?.rate ?? ligne.rate;
          return state.open?.key === ligne.key && facts.canWrite ? (
            <LigneEdited
              key={ligne.key}
              ligne={ligne}
              index={index}
              netHt={net}
              drop={dropOf(drag, ligne.key, index, lignes.length)}
              onGrab={begin}
            />
          ) : (
            <LigneRead
              key={ligne.key}
              ligne={ligne}
              index={index}
              netHt={net}
              rate={rate}
              dispatch={dispatch}
              drop={dropOf(drag, ligne.key, index, lignes.length)}
              onGrab={begin}
              canWrite={facts.canWrite}
            />
          );
        })}
      </ol>
      {facts.canWrite && <Additions />}
      <RowNotice />
    </>
  );
}

/** How a row shows the one on its way: it is that one, or that one would fall before it, or after it at the end. */
function dropOf(drag: RowDrag | null, key: string, index: number, count: number) {
  if (!drag) return undefined;
  if (drag.key === key) return "porte";
  if (drag.at === index) return "avant";
  return drag.at === count && index === count - 1 ? "apres" : undefined;
}

function Additions() {
  const { t } = useTranslation("factures");
  const { dispatch } = useSheet();
  return (
    <div className="feuille__ajouts">
      {ligneKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="bouton bouton--discret bouton--petit"
          onClick={() => dispatch({ type: "add", kind })}
        >
          <Plus className="ic" aria-hidden />
          {t(`lignes.${kind}`)}
        </button>
      ))}
    </div>
  );
}
