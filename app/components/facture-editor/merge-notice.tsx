import { Users } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useEditor } from "./editor-view";

const shownMs = 8_000;

/** Said over the page, so that nothing moves under what is being typed. */
export function MergeNotice() {
  const { t } = useTranslation("factures");
  const { state, dispatch } = useEditor();
  const { mergedWith } = state;
  useEffect(() => {
    if (mergedWith === null) return;
    const timer = setTimeout(() => dispatch({ type: "mergeSeen" }), shownMs);
    return () => clearTimeout(timer);
  }, [mergedWith, dispatch]);
  return (
    <div className="reunion" role="status">
      {mergedWith !== null && (
        <p>
          <Users className="ic" aria-hidden />
          {t("conflit.reunies", { nom: mergedWith || t("conflit.collegue") })}
        </p>
      )}
    </div>
  );
}
