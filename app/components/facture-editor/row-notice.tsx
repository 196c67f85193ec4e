import { Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useEditor } from "./editor-view";

/** What just happened to whole rows, with its way back, until something else is typed in the table. */
export function RowNotice() {
  const { t } = useTranslation("factures");
  const { state, dispatch } = useEditor();
  const { removed, pasted } = state;
  if (removed)
    return (
      <Notice
        text={t("lignes.supprimee", {
          nom: removed.ligne.designation || t(`lignes.sansNom.${removed.ligne.kind}`),
        })}
        act={t("lignes.remettre")}
        onAct={() => dispatch({ type: "undoRemove" })}
      />
    );
  if (pasted !== null)
    return (
      <Notice
        text={t("collage.fait", { count: pasted })}
        act={t("collage.defaire")}
        onAct={() => dispatch({ type: "undo" })}
      />
    );
  return null;
}

type Props = { readonly text: string; readonly act: string; readonly onAct: () => void };

const Notice = ({ text, act, onAct }: Props) => (
  <div className="defaire" role="status">
    <span>{text}</span>
    <button type="button" className="bouton bouton--petit" onClick={onAct}>
      <Undo2 className="ic" aria-hidden />
      {act}
    </button>
  </div>
);
