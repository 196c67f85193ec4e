import { Redo2, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useEditor } from "./editor-view";

/** The same as the keys, for who has none. */
export function UndoButtons() {
  const { t } = useTranslation("factures");
  const { state, dispatch, facts } = useEditor();
  if (!facts.canWrite) return null;
  const { past, future } = state.history;
  return (
    <span className="editeur__annuler">
      <button
        type="button"
        className="bouton bouton--discret bouton--icone"
        aria-label={t("editeur.defaire")}
        title={t("editeur.defaireAide")}
        aria-keyshortcuts="Control+Z Meta+Z"
        aria-disabled={past.length === 0}
        onClick={() => dispatch({ type: "undo" })}
      >
        <Undo2 className="ic" aria-hidden />
      </button>
      <button
        type="button"
        className="bouton bouton--discret bouton--icone"
        aria-label={t("editeur.refaire")}
        title={t("editeur.refaireAide")}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        aria-disabled={future.length === 0}
        onClick={() => dispatch({ type: "redo" })}
      >
        <Redo2 className="ic" aria-hidden />
      </button>
    </span>
  );
}
