import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Write } from "../../write";
import { draftForm } from "../facture-editor/facture-forms";

/** Opens a brouillon: a POST, since it creates something. */
export function NewFacture() {
  const { t } = useTranslation("factures");
  return (
    <Write form={draftForm} className="haut__creer">
      <button type="submit" className="bouton bouton--principal">
        <Plus className="ic" aria-hidden />
        <span>{t("nouvelle")}</span>
      </button>
    </Write>
  );
}
