import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConsolePage } from "../components/console/console-page";
import { consoleTitle } from "../components/console/console-title";
import { DoneFlash } from "../components/done-flash";
import { ErrorSummary } from "../components/error-summary";
import { SelectField } from "../components/select-field";
import { SubmitButton } from "../components/submit-button";
import { defineForm } from "../define-form";
import { words } from "../i18n/spoken";
import { prefetch } from "../read.server";
import { trpc } from "../trpc";
import { Write } from "../write";
import { writes } from "../write.server";

export const meta = () => consoleTitle(words().operateur.editeur.onglet);

const declareForm = defineForm({
  procedure: "editeur.declare",
  read: (form) => ({ societeId: form.text("societeId") }),
  next: () => "/console/editeur?fait=declare",
});

export const action = writes([declareForm]);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [queries.editeur.get.fetch()]);

/** Which société sells the subscriptions: asked of the operator once, before anything paid is on sale. */
export default function Editeur() {
  const { t } = useTranslation("operateur");
  const [{ current, choices }] = trpc.editeur.get.useSuspenseQuery();
  return (
    <ConsolePage title={t("editeur.titre")} width="lecture">
      <p className="note">{t("editeur.chapo")}</p>
      <DoneFlash sentences={{ declare: t("editeur.fait") }} />
      <section className="form-grille">
        <p>
          {current ? (
            <>
              {t("editeur.actuel")} <b>{current.nom}</b>
            </>
          ) : (
            t("editeur.aucun")
          )}
        </p>
        {choices.length > 0 ? (
          <Write form={declareForm} className="form-grille">
            <ErrorSummary labels={{ societeId: t("editeur.choix") }} />
            <SelectField
              name="societeId"
              label={t("editeur.choix")}
              help={t("editeur.aide")}
              defaultValue={current?.id ?? ""}
              options={choices.map(({ id, nom }) => ({ value: id, label: nom }))}
            />
            <SubmitButton>{t("editeur.declarer")}</SubmitButton>
          </Write>
        ) : (
          <p className="note">
            {t("editeur.sansSociete")} <Link to="/inscription">{t("editeur.inscrire")}</Link>
          </p>
        )}
      </section>
    </ConsolePage>
  );
}
