import { useTranslation } from "react-i18next";
import type { Liste } from "#server/domain/liste";
import { Write } from "../../write";
import { CheckField } from "../check-field";
import { ErrorSummary } from "../error-summary";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import { showToast } from "../toast/toast-store";
import { saveVueForm } from "./vue-forms";

type Props = {
  readonly liste: Liste;
  readonly recherche: string;
  readonly close: () => void;
};

export function SaveVue({ liste, recherche, close }: Props) {
  const { t } = useTranslation("listes");
  const done = () => {
    close();
    showToast({ text: t("vues.enregistree") });
  };
  return (
    <Write form={saveVueForm} className="form-grille" onDone={done}>
      <ErrorSummary labels={{ nom: t("vues.nom") }} />
      <input type="hidden" name="liste" value={liste} />
      <input type="hidden" name="recherche" value={recherche} />
      <TextField
        name="nom"
        label={t("vues.nom")}
        placeholder={t("vues.exemple")}
        maxLength={60}
        autoComplete="off"
      />
      <CheckField name="isShared" label={t("vues.partager")} />
      <SubmitButton>{t("vues.confirmer")}</SubmitButton>
    </Write>
  );
}
