import { useTranslation } from "react-i18next";
import { defineForm } from "../../define-form";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { SubmitButton } from "../submit-button";
import { TextAreaField } from "../text-area-field";
import { useConsoleSociete } from "./societe-view";

export const noteForm = defineForm({
  procedure: "console.note",
  read: (form) => ({ societeId: form.text("societeId"), reason: form.text("reason") }),
  next: (_, { societeId }) => `/console/societes/${societeId}?fait=note`,
});

/** What the staff learnt, kept in the timeline. */
export function NoteForm() {
  const { t } = useTranslation("societes");
  const { societeId } = useConsoleSociete();
  return (
    <section className="panneau formacte" aria-labelledby="note-titre">
      <h2 id="note-titre">{t("note.titre")}</h2>
      <p className="sub">{t("note.aide")}</p>
      <Write form={noteForm}>
        <ErrorSummary labels={{ reason: t("note.texte") }} />
        <input type="hidden" name="societeId" value={societeId} />
        <TextAreaField name="reason" label={t("note.texte")} maxLength={500} />
        <SubmitButton plain>{t("note.garder")}</SubmitButton>
      </Write>
    </section>
  );
}
