import { useTranslation } from "react-i18next";
import { dureeNames } from "#server/domain/visite";
import { shortDayOf } from "../../days";
import { formatTime } from "../../format-moment";
import type { RouterOutputs } from "../../trpc";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { acceptForm, endForm, refuseForm } from "./visite-forms";

export type VisiteRow = RouterOutputs["visites"]["list"]["rows"][number];

type Props = { readonly visite: VisiteRow };

/** A request to answer: let in for a while, or not. */
export function VisiteRequest({ visite }: Props) {
  const { t } = useTranslation("assistance");
  const { id, operatorNom, reason, askedAt } = visite;
  return (
    <section className="panneau formacte" aria-labelledby="demande-titre">
      <h2 id="demande-titre">{t("demande", { nom: operatorNom })}</h2>
      <p>{t("raison", { raison: reason })}</p>
      <p className="sub">
        {t("demandeeLe", { jour: shortDayOf(askedAt), heure: formatTime(askedAt) })}
      </p>
      <Write form={acceptForm}>
        <ErrorSummary labels={{ duree: t("duree") }} />
        <input type="hidden" name="visiteId" value={id} />
        <SelectField
          name="duree"
          label={t("duree")}
          options={dureeNames.map((value) => ({ value, label: t(`durees.${value}`) }))}
        />
        <SubmitButton>{t("accepter")}</SubmitButton>
      </Write>
      <Write form={refuseForm}>
        <ErrorSummary labels={{}} />
        <input type="hidden" name="visiteId" value={id} />
        <SubmitButton plain>{t("refuser")}</SubmitButton>
      </Write>
    </section>
  );
}

/** A visit that is agreed to: until when, and how to end it. */
export function VisiteOpen({ visite }: Props) {
  const { t } = useTranslation("assistance");
  const { id, operatorNom, reason, untilAt } = visite;
  const until = untilAt ?? 0;
  return (
    <section className="panneau formacte" aria-labelledby="ouverte-titre">
      <h2 id="ouverte-titre">
        {t("enCours", { jour: shortDayOf(until), heure: formatTime(until) })}
      </h2>
      <p>
        {operatorNom}. {t("raison", { raison: reason })}
      </p>
      <Write form={endForm}>
        <ErrorSummary labels={{}} />
        <input type="hidden" name="visiteId" value={id} />
        <SubmitButton look="danger">{t("mettreFin")}</SubmitButton>
      </Write>
    </section>
  );
}
