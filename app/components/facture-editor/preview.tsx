import { Eye } from "lucide-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { keepApercu } from "../../apercu-beside";
import { Modal } from "../facture-modal/modal";
import { PreviewPages } from "./preview-pages";

/** There, sheet, preview and what surrounds them stand side by side (facture-apercu.css says the same). */
const wide = "(min-width: 1500px)";

type Props = {
  readonly isBeside: boolean;
  readonly onBeside: (isBeside: boolean) => void;
};

/** The document as it would be drawn today: beside the sheet where there is room, over it elsewhere. */
export const Preview = memo(function Preview({ isBeside, onBeside }: Props) {
  const { t } = useTranslation("factures");
  const [isOpen, setOpen] = useState(false);
  const toggle = () => {
    if (!window.matchMedia(wide).matches) return setOpen(true);
    keepApercu(!isBeside);
    onBeside(!isBeside);
  };
  return (
    <>
      <button
        type="button"
        className="bouton haut__apercu"
        aria-pressed={isBeside}
        onClick={toggle}
      >
        <Eye className="ic" aria-hidden />
        {t("apercu.ouvrir")}
      </button>
      {isOpen && (
        <Modal title={t("apercu.titre")} onClose={() => setOpen(false)}>
          <button
            type="button"
            className="bouton bouton--petit dialogue__fermer"
            onClick={() => setOpen(false)}
          >
            {t("fermer")}
          </button>
          <PreviewPages />
        </Modal>
      )}
    </>
  );
});
