import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import type { RouterOutputs } from "../../trpc";
import { Act } from "../act";
import { Definition } from "../definition";
import { FormSection } from "../form-section";
import { cancelDeletionForm } from "./donnees-forms";

type Props = { readonly asked: NonNullable<RouterOutputs["cloture"]["get"]["asked"]> };

/** The deletion that was asked, and the way back. */
export function AskedSection({ asked }: Props) {
  const { t } = useTranslation("cloture");
  const { askedAt, deletionAt, askedByNom } = asked;
  return (
    <FormSection id="suppression" title={t("demandee.titre")} note={t("demandee.note")}>
      <Definition
        entries={[
          { label: t("demandee.destruction"), value: longDayOf(deletionAt) },
          { label: t("demandee.par"), value: askedByNom },
          { label: t("demandee.le"), value: longDayOf(askedAt) },
        ]}
      />
      <p>{t("demandee.texte")}</p>
      <Act form={cancelDeletionForm} fields={{}} label={t("demandee.annuler")} look="principal" />
    </FormSection>
  );
}
