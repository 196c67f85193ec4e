import { Plus, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useEditor } from "./editor-view";
import { LigneEdited } from "./ligne-edited";
import { LigneRead } from "./ligne-read";

/** The lignes of the sheet: one shows its cells, the others are read as on the document. */
export function LignesTable() {
  const { t } = useTranslation("factures");
  const { state, dispatch, computed, facts } = useEditor();
  const [dragged, setDragged] = useState<string | null>(null);
  const { lignes } = state.facture;
  const drop = (target: number) => {
    const from = lignes.findIndex(({ key }) => key === dragged);
    if (dragged !== null && from >= 0) dispatch({ type: "move", key: dragged, by: target - from });
    setDragged(null);
  };
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
      <ol className="lignes" aria-label={t("lignes.titre")}>
        {lignes.map((ligne, index) => {
          const net = computed.lignes[index]?.netHt ?? 0;
          const rate = computed.treatment.lignes[index]?.rate ?? ligne.rate;
          return state.open?.key === ligne.key && facts.canWrite ? (
            <LigneEdited key={ligne.key} ligne={ligne} index={index} netHt={net} />
          ) : (
            <LigneRead
              key={ligne.key}
              ligne={ligne}
              index={index}
              netHt={net}
              rate={rate}
              dispatch={dispatch}
              onDrag={setDragged}
              onDrop={drop}
              canWrite={facts.canWrite}
            />
          );
        })}
      </ol>
      {facts.canWrite && <Additions />}
      {state.removed && (
        <div className="defaire" role="status">
          <span>{t("lignes.supprimee", { nom: state.removed.ligne.designation })}</span>
          <button
            type="button"
            className="bouton bouton--petit"
            onClick={() => dispatch({ type: "undoRemove" })}
          >
            <Undo2 className="ic" aria-hidden />
            {t("lignes.remettre")}
          </button>
        </div>
      )}
    </>
  );
}

function Additions() {
  const { t } = useTranslation("factures");
  const { dispatch } = useEditor();
  return (
    <div className="feuille__ajouts">
      {(["ligne", "section", "texte"] as const).map((kind) => (
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
