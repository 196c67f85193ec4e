import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSheet } from "./editor-view";
import { useDebounced } from "./use-debounced";

/** The saved brouillon by the renderer of the documents, drawn anew after each save; the page before stays meanwhile. */
export const PreviewPages = memo(function PreviewPages() {
  const { t } = useTranslation("factures");
  const { facts, version: saved } = useSheet();
  const version = useDebounced(saved, 250);
  const page = `/factures/${facts.factureId}/apercu`;
  const drawing = `${page}.svg?version=${version}`;
  const [failed, setFailed] = useState<string | null>(null);
  return (
    <div className="apercu">
      {failed === drawing ? (
        <p className="note">{t("apercu.sansImage")}</p>
      ) : (
        <img
          className="apercu__pages"
          src={drawing}
          alt={t("apercu.image")}
          // it may have failed before this page listened
          ref={(image) => {
            if (image?.complete && image.naturalWidth === 0) setFailed(drawing);
          }}
          onError={() => setFailed(drawing)}
        />
      )}
      <a className="lien-t" href={`${page}.pdf`} target="_blank" rel="noreferrer">
        {t("apercu.pdf")}
      </a>
    </div>
  );
});
