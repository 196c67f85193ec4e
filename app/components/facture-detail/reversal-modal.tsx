import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { fieldLimits } from "#server/domain/field-limits";
import { formatEuros } from "../../formats";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { Modal } from "../facture-modal/modal";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import { reversalForm } from "./detail-forms";
import { type DetailView, useDetail } from "./detail-view";

type Props = {
  readonly reglement: DetailView["reglements"][number];
  readonly onClose: () => void;
};

/** A règlement entered by mistake: an opposite movement, never an erasure. */
export function ReversalModal({ reglement, onClose }: Props) {
  const { t } = useTranslation("factures");
  const { facture } = useDetail();
  const montant = formatEuros(reglement.amountTtc);
  return (
    <Modal title={t("detail.contrepasserTitre", { montant })} onClose={onClose}>
      <p>{t("detail.contrepasserTexte", { montant })}</p>
      <Write form={reversalForm} className="form-grille" onDone={onClose}>
        <ErrorSummary labels={{ motif: t("detail.contrepasserMotif") }} />
        <input type="hidden" name="reglementId" value={reglement.id} />
        <TextField
          name="motif"
          label={t("detail.contrepasserMotif")}
          maxLength={fieldLimits.motif}
          autoComplete="off"
          autoFocus
        />
        <div className="acts acts--fin">
          <Link className="bouton" to={`/factures/${facture.id}`} replace preventScrollReset>
            {t("annuler")}
          </Link>
          <SubmitButton look="danger">
            {t("detail.contrepasserConfirmer", { montant })}
          </SubmitButton>
        </div>
      </Write>
    </Modal>
  );
}
