import { useTranslation } from "react-i18next";
import { niveauxAnnonce } from "#server/domain/annonce";
import { trpc } from "../../trpc";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { TextAreaField } from "../text-area-field";
import { TextField } from "../text-field";
import { publishForm } from "./annonce-forms";
import { ReasonField } from "./reason-field";

/** Where an announcement is written, in both languages. */
export function AnnoncePanel() {
  const { t } = useTranslation(["annonces", "actes"]);
  const [{ rows }] = trpc.consoleAnnonces.list.useSuspenseQuery();
  const labels = {
    ...{ texteFr: t("annonces:ecrire.texteFr"), texteEn: t("annonces:ecrire.texteEn") },
    ...{ from: t("annonces:ecrire.du"), until: t("annonces:ecrire.au") },
    reason: t("actes:champs.raison"),
  };
  return (
    <section className="panneau formacte" aria-labelledby="ecrire-titre">
      <h2 id="ecrire-titre">{t("annonces:ecrire.titre")}</h2>
      <p className="sub">{t("annonces:ecrire.aide")}</p>
      {/* What was published is not there to be published again. */}
      <Write form={publishForm} key={rows[0]?.id ?? ""}>
        <ErrorSummary labels={labels} />
        <SelectField
          name="niveau"
          label={t("annonces:ecrire.niveau")}
          options={niveauxAnnonce.map((value) => ({ value, label: t(`annonces:niveau.${value}`) }))}
        />
        <TextAreaField name="texteFr" label={labels.texteFr} maxLength={300} />
        <TextAreaField name="texteEn" label={labels.texteEn} maxLength={300} />
        <TextField
          name="from"
          type="date"
          label={labels.from}
          help={t("annonces:ecrire.duAide")}
          figures
          optional
        />
        <TextField
          name="until"
          type="date"
          label={labels.until}
          help={t("annonces:ecrire.auAide")}
          figures
          optional
        />
        <ReasonField />
        <SubmitButton>{t("annonces:ecrire.faire")}</SubmitButton>
      </Write>
    </section>
  );
}
