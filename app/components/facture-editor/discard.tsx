import { Link, useNavigate, useSearchParams } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { Modal } from "../facture-modal/modal";
import { SubmitButton } from "../submit-button";
import { type BackupPlace, dropDiscarded } from "./draft-backup";
import { useSheet } from "./editor-view";
import { discardForm } from "./facture-forms";
import { useBackupPlace } from "./use-backup";

/** A brouillon may be thrown away: it never had a number. Asked by the address, as the other acts. */
export function Discard() {
  const { t } = useTranslation("factures");
  const { facts } = useSheet();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const place = useBackupPlace(facts.factureId);
  const page = `/factures/${facts.factureId}/modifier`;
  return (
    <>
      <Link
        className="bouton bouton--discret bouton--petit cote__jeter"
        to={`${page}?acte=supprimer`}
        replace
        preventScrollReset
      >
        <Trash2 className="ic" aria-hidden />
        {t("editeur.supprimer")}
      </Link>
      {search.get("acte") === "supprimer" && (
        <Modal
          title={t("editeur.supprimerTitre")}
          onClose={() => navigate(page, { replace: true, preventScrollReset: true })}
        >
          <p>{t("editeur.supprimerTexte")}</p>
          <Write form={discardForm} onDone={() => leave(place, navigate)}>
            <ErrorSummary labels={{}} />
            <input type="hidden" name="factureId" value={facts.factureId} />
            <div className="acts acts--fin">
              <Link className="bouton" to={page} replace preventScrollReset>
                {t("annuler")}
              </Link>
              <SubmitButton look="danger">{t("editeur.supprimerConfirmer")}</SubmitButton>
            </div>
          </Write>
        </Modal>
      )}
    </>
  );
}

function leave(place: BackupPlace, navigate: ReturnType<typeof useNavigate>) {
  dropDiscarded(place);
  navigate("/factures", { replace: true });
}
