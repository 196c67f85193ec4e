import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import type { FormDefinition } from "../../define-form";
import type { ProcedurePath } from "../../trpc";
import { CheckField } from "../check-field";
import { SelectField } from "../select-field";
import { TextAreaField } from "../text-area-field";
import { TextField } from "../text-field";
import type { ActeName } from "./acte-choices";
import {
  deleteForm,
  endGrantForm,
  graceForm,
  grantForm,
  keepForm,
  monthsForm,
  noteForm,
  reactivateForm,
  resendForm,
  sessionsForm,
  suspendForm,
  trialForm,
} from "./acte-forms";
import { MonthsField } from "./months-field";
import { useConsoleSociete } from "./societe-view";

const forms = {
  note: noteForm,
  grace: graceForm,
  essai: trialForm,
  mois: monthsForm,
  offrir: grantForm,
  retirer: endGrantForm,
  inviter: resendForm,
  sessions: sessionsForm,
  reactiver: reactivateForm,
  suspendre: suspendForm,
  garder: keepForm,
  supprimer: deleteForm,
} as const;

/** The form of an act, whatever its procedure: the panel adds the société and the reason to all of them. */
export const formOf = (name: ActeName) => forms[name] as unknown as FormDefinition<ProcedurePath>;

/** What an act asks beside its reason. */
export function ActeFields({ name }: { readonly name: ActeName }) {
  if (name === "grace" || name === "essai") return <UntilField />;
  if (name === "mois") return <MonthsField />;
  if (name === "offrir") return <GrantFields />;
  if (name === "retirer") return <DerogationField />;
  if (name === "inviter") return <InvitationField />;
  if (name === "suspendre") return <MotifField />;
  if (name === "supprimer") return <NomField />;
  return null;
}

function UntilField() {
  const { t } = useTranslation("actes");
  return <TextField name="until" type="date" label={t("champs.jusquau")} figures />;
}

function GrantFields() {
  const { t } = useTranslation("actes");
  const limites = ["factures", "utilisateurs", "stockage"] as const;
  return (
    <>
      <SelectField
        name="limite"
        label={t("champs.limite")}
        options={limites.map((value) => ({ value, label: t(`limites.${value}`) }))}
      />
      <TextField name="ajout" inputMode="numeric" label={t("champs.ajout")} />
      <CheckField name="levee" label={t("champs.levee")} />
      <TextField
        name="until"
        type="date"
        label={t("champs.jusquau")}
        help={t("champs.jusquauAide")}
        optional
      />
    </>
  );
}

function DerogationField() {
  const { t } = useTranslation("actes");
  const { droits } = useConsoleSociete();
  const options = droits.derogations.map(({ id, limite, ajout, until, reason }) => ({
    value: id,
    label: t("champs.accord", {
      limite: t(`limites.${limite}`),
      ajout: ajout ?? t("champs.sansLimite"),
      fin: until === null ? t("champs.toujours") : longDayOf(until - 1),
      raison: reason,
    }),
  }));
  return <SelectField name="derogationId" label={t("champs.quoi")} options={options} />;
}

function InvitationField() {
  const { t } = useTranslation("actes");
  const { invitations } = useConsoleSociete();
  const options = invitations.map(({ id, email }) => ({ value: id, label: email }));
  return <SelectField name="invitationId" label={t("champs.invitation")} options={options} />;
}

function MotifField() {
  const { t } = useTranslation("actes");
  return (
    <TextAreaField
      name="motif"
      label={t("champs.motif")}
      help={t("champs.motifAide")}
      maxLength={500}
    />
  );
}

function NomField() {
  const { t } = useTranslation("actes");
  const { nom } = useConsoleSociete();
  return <TextField name="nom" label={t("champs.nom")} help={t("champs.nomAide", { nom })} />;
}
