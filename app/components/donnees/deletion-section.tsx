import { useTranslation } from "react-i18next";
import { useSociete } from "../../session";
import type { RouterOutputs } from "../../trpc";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { FormSection } from "../form-section";
import { PasswordField } from "../password-field";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import { ContentsList } from "./contents-list";
import { deletionForm } from "./donnees-forms";

type Props = Pick<RouterOutputs["cloture"]["get"], "contents" | "isEditeur">;

/** The end of the société: what it destroys, then its name and the password again. */
export function DeletionSection({ contents, isEditeur }: Props) {
  const { t } = useTranslation("cloture");
  const nom = useSociete()?.nom ?? "";
  return (
    <FormSection id="suppression" title={t("suppression.titre")} note={t("suppression.note")}>
      {isEditeur ? (
        <p>{t("suppression.editeur")}</p>
      ) : (
        <>
          <p>{t("suppression.suite", { nom })}</p>
          <ContentsList contents={contents} />
          <p className="note">{t("suppression.loi")}</p>
          <DeletionForm nom={nom} />
        </>
      )}
    </FormSection>
  );
}

function DeletionForm({ nom }: { readonly nom: string }) {
  const { t } = useTranslation("cloture");
  const labels = { nom: t("suppression.nom"), current_password: t("suppression.motDePasse") };
  return (
    <Write form={deletionForm} className="form-grille">
      <ErrorSummary labels={labels} />
      <TextField
        name="nom"
        label={labels.nom}
        help={t("suppression.nomAide", { nom })}
        autoComplete="off"
        spellCheck={false}
      />
      <PasswordField
        name="current_password"
        label={labels.current_password}
        autoComplete="current-password"
        help={t("suppression.motDePasseAide")}
      />
      <div className="acts acts--ligne">
        <SubmitButton look="danger">{t("suppression.demander")}</SubmitButton>
      </div>
    </Write>
  );
}
