import { Eye } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { buildSnapshot } from "#server/domain/build-snapshot";
import { UNKNOWN_ACHETEUR } from "#server/domain/treat-facture";
import { DocumentSheet } from "../facture-document/document-sheet";
import { Modal } from "../facture-modal/modal";
import { useEditor } from "./editor-view";

/** The page as it would be issued today, drawn from the very snapshot issuing would freeze. */
export function Preview() {
  const { t } = useTranslation("factures");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="bouton haut__apercu" onClick={() => setOpen(true)}>
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
          <Sheet />
        </Modal>
      )}
    </>
  );
}

function Sheet() {
  const { facts, content, acheteur } = useEditor();
  const snapshot = buildSnapshot({
    type: "facture",
    content,
    emetteur: facts.emetteur,
    marque: facts.marque,
    acheteur: acheteur ?? UNKNOWN_ACHETEUR,
    number: facts.nextNumber,
    issuedOn: facts.today,
    preceding: [],
  });
  return <DocumentSheet snapshot={snapshot} logo={facts.logo} />;
}
