import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { fieldLimits } from "#server/domain/field-limits";
import { reglementMethods } from "#server/domain/reglement";
import { formatDay, formatEuros } from "../../formats";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { Modal } from "../facture-modal/modal";
import { MoneyField } from "../money-field";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import { reglementForm } from "./detail-forms";
import { useDetail } from "./detail-view";

/** Money received on this facture, in part or in full; or given back when an avoir left the client in credit. */
export function ReglementModal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("factures");
  const { facture, settlement, today, actKey } = useDetail();
  const reste = settlement?.reste ?? 0;
  const sens = reste < 0 ? "remboursement" : "encaissement";
  const labels = {
    amount: t(`encaissement.montant_${sens}`),
    receivedOn: t(`encaissement.date_${sens}`),
    method: t("encaissement.moyen"),
    reference: t("encaissement.reference"),
  };
  return (
    <Modal title={t(`encaissement.titre_${sens}`)} onClose={onClose}>
      <Write form={reglementForm} className="form-grille">
        <ErrorSummary labels={labels} />
        <input type="hidden" name="factureId" value={facture.id} />
        <input type="hidden" name="sens" value={sens} />
        <input type="hidden" name="idempotencyKey" value={actKey} />
        <MoneyField
          name="amount"
          label={labels.amount}
          defaultCents={Math.abs(reste)}
          help={t(`encaissement.aide_${sens}`, { reste: formatEuros(Math.abs(reste)) })}
          autoFocus
        />
        <div className="form-deux">
          <TextField
            name="receivedOn"
            label={labels.receivedOn}
            defaultValue={formatDay(today)}
            figures
            inputMode="numeric"
            autoComplete="off"
          />
          <SelectField
            name="method"
            label={labels.method}
            options={reglementMethods.map((value) => ({
              value,
              label: t(`encaissement.moyens.${value}`),
            }))}
          />
        </div>
        <TextField
          name="reference"
          label={labels.reference}
          optional
          placeholder={t("encaissement.referenceExemple")}
          maxLength={fieldLimits.reference}
          autoComplete="off"
        />
        <div className="acts acts--fin">
          <Link className="bouton" to={`/factures/${facture.id}`} replace preventScrollReset>
            {t("annuler")}
          </Link>
          <SubmitButton>{t(`encaissement.enregistrer_${sens}`)}</SubmitButton>
        </div>
      </Write>
    </Modal>
  );
}
