import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { fieldLimits } from "#server/domain/field-limits";
import { formatEuros } from "../../formats";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { Modal } from "../facture-modal/modal";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import { cancelForm } from "./detail-forms";
import { receivedOf, useDetail } from "./detail-view";

/** Cancelling by an avoir, its consequences in figures. */
export function CancelModal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("factures");
  const view = useDetail();
  const { facture, settlement, nextAvoir, actKey } = view;
  const numero = facture.number ?? "";
  const received = receivedOf(view);
  return (
    <Modal title={t("detail.annulerTitre", { numero })} onClose={onClose}>
      <p>
        {t("detail.annulerTexte", {
          numero,
          avoir: nextAvoir,
          total: formatEuros(facture.totalTtc),
          reste: formatEuros(settlement?.reste ?? 0),
        })}
      </p>
      {received > 0 && (
        <p className="fort">{t("detail.annulerRecus", { recus: formatEuros(received) })}</p>
      )}
      <Write form={cancelForm} className="form-grille">
        <ErrorSummary labels={{ motif: t("detail.motif") }} />
        <input type="hidden" name="factureId" value={facture.id} />
        <input type="hidden" name="idempotencyKey" value={actKey} />
        <TextField
          name="motif"
          label={t("detail.motif")}
          placeholder={t("detail.motifExemple")}
          maxLength={fieldLimits.motif}
          autoComplete="off"
          autoFocus
        />
        <div className="acts acts--fin">
          <Link className="bouton" to={`/factures/${facture.id}`} replace preventScrollReset>
            {t("detail.garder")}
          </Link>
          <SubmitButton look="danger">{t("detail.annulerPar", { numero })}</SubmitButton>
        </div>
      </Write>
    </Modal>
  );
}
