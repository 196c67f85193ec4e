import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dueOn } from "#server/domain/echeance";
import { formatEuros, formatLongDay } from "../../formats";
import { QuotaNote } from "../abonnement/quota-note";
import { Modal } from "../facture-modal/modal";
import { FailureText } from "../failure-text";
import { useEditor } from "./editor-view";
import type { Issuing } from "./use-issue";

type Props = { readonly issuing: Issuing; readonly onClose: () => void };

/** What issuing means, in figures, before it cannot be undone. */
export function IssueModal({ issuing, onClose }: Props) {
  const { t } = useTranslation("factures");
  const { facts, acheteur, computed, content } = useEditor();
  const { isPending, failure, confirm } = issuing;
  const { totalHt, totalTva, totalTtc } = computed.totals;
  // A colleague may take the number shown meanwhile: the sentence one reads must not move.
  const [numero] = useState(facts.nextNumber);
  const rows = [
    [t("emettre.client"), acheteur?.nom ?? ""],
    [t("totaux.totalHt"), formatEuros(totalHt)],
    [t("totaux.tva"), formatEuros(totalTva)],
    [t("totaux.totalTtc"), formatEuros(totalTtc)],
    [t("editeur.echeance"), formatLongDay(dueOn(content.echeance, facts.today))],
  ] as const;
  return (
    <Modal title={t("emettre.titre", { numero })} onClose={onClose}>
      <p>{t("emettre.definitif")}</p>
      <dl className="definition num">
        {rows.map(([name, value]) => (
          <div key={name} className="definition__rang">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <QuotaNote />
      {failure && (
        <p className="erreur" role="alert">
          <FailureText failure={failure} />
        </p>
      )}
      <div className="acts acts--fin">
        <button type="button" className="bouton" onClick={onClose}>
          {t("emettre.garder")}
        </button>
        <button
          type="button"
          className="bouton bouton--principal"
          aria-disabled={isPending}
          onClick={confirm}
        >
          {isPending ? t("emettre.cours") : t("emettre.confirmer", { numero })}
        </button>
      </div>
    </Modal>
  );
}
