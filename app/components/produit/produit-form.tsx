import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { fieldLimits } from "#server/domain/field-limits";
import type { FormDefinition } from "../../define-form";
import type { RouterOutputs } from "../../trpc";
import { Write } from "../../write";
import { ButtonLink } from "../button";
import { ErrorSummary } from "../error-summary";
import { SubmitButton } from "../submit-button";
import { TextAreaField } from "../text-area-field";
import { TextField } from "../text-field";
import { ProduitPrice } from "./produit-price";

type Props<P extends "produits.create" | "produits.update"> = {
  readonly form: FormDefinition<P>;
  readonly produit: RouterOutputs["produits"]["get"] | null;
  /** Where « Annuler » leads; absent on the page of the produit itself. */
  readonly back?: string;
  /** What identifies the produit being changed. */
  readonly children?: ReactNode;
};

export function ProduitForm<P extends "produits.create" | "produits.update">(props: Props<P>) {
  const { form, produit, back, children } = props;
  const { t } = useTranslation(["produits", "commun"]);
  const labels = {
    designation: t("formulaire.designation"),
    description: t("formulaire.description"),
    reference: t("formulaire.reference"),
    unitPriceHt: t("formulaire.prix"),
    unit: t("formulaire.unite"),
    rate: t("formulaire.tva"),
  };
  return (
    <Write form={form} className="fiche-form">
      {children}
      <ErrorSummary labels={labels} />
      <div className="form-grille">
        <TextField
          name="designation"
          label={labels.designation}
          defaultValue={produit?.designation}
          maxLength={fieldLimits.designation}
          autoComplete="off"
        />
        <TextAreaField
          name="description"
          label={labels.description}
          optional
          help={t("formulaire.descriptionAide")}
          defaultValue={produit?.description}
          maxLength={fieldLimits.description}
        />
        <ProduitPrice produit={produit} />
        <TextField
          name="reference"
          label={labels.reference}
          optional
          figures
          defaultValue={produit?.reference}
          maxLength={fieldLimits.reference}
          autoComplete="off"
        />
      </div>
      <div className="acts acts--pied">
        <SubmitButton>
          {produit ? t("commun:actions.enregistrer") : t("formulaire.creer")}
        </SubmitButton>
        {back && (
          <ButtonLink look="discret" to={back}>
            {t("commun:actions.annuler")}
          </ButtonLink>
        )}
      </div>
    </Write>
  );
}
