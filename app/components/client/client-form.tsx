import { useNavigate } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { fieldLimits } from "#server/domain/field-limits";
import { langues } from "#server/domain/langue";
import type { FormDefinition } from "../../define-form";
import type { RouterOutputs } from "../../trpc";
import { Write } from "../../write";
import { AddressFields } from "../address-fields";
import { ButtonLink } from "../button";
import { ChoiceField } from "../choice-field";
import { echeanceChoices, echeanceValue } from "../echeance-choices";
import { ErrorSummary } from "../error-summary";
import { FormSection } from "../form-section";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { TextAreaField } from "../text-area-field";
import { TextField } from "../text-field";
import { ClientIdentifiers } from "./client-identifiers";
import { useClientLabels } from "./use-client-labels";

type Client = RouterOutputs["clients"]["get"];
type Props<P extends "clients.create" | "clients.update"> = {
  readonly form: FormDefinition<P>;
  readonly client: Client | null;
  readonly back: string;
  /** What identifies the client being changed. */
  readonly children?: ReactNode;
};

const home = { line1: "", line2: "", zip: "", city: "", country: "FR" };

/** The whole of a client, new or known. What a particulier has not is hidden by the choice itself, without script. */
export function ClientForm<P extends "clients.create" | "clients.update">(props: Props<P>) {
  const { form, client, back, children } = props;
  const { t } = useTranslation(["clients", "commun"]);
  const labels = useClientLabels();
  const navigate = useNavigate();
  return (
    <Write
      form={form}
      className="fiche-form"
      onKeyDown={({ key }) => {
        if (key === "Escape" && client) navigate(back);
      }}
    >
      {children}
      <ErrorSummary labels={labels} />
      <FormSection title={t("formulaire.identite")}>
        <ChoiceField
          name="type"
          legend={t("type.titre")}
          defaultValue={client?.type ?? "professionnel"}
          options={[
            { value: "professionnel", label: t("type.professionnel") },
            { value: "particulier", label: t("type.particulier") },
          ]}
        />
        <TextField
          name="nom"
          label={labels["nom"] ?? ""}
          defaultValue={client?.nom}
          maxLength={fieldLimits.nom}
          autoComplete="off"
        />
        <ClientIdentifiers client={client} />
      </FormSection>
      <ClientContact client={client} />
      <ClientTerms client={client} />
      <div className="acts acts--pied">
        <SubmitButton>{t(client ? "formulaire.enregistrer" : "formulaire.creer")}</SubmitButton>
        <ButtonLink look="discret" to={back}>
          {t("commun:actions.annuler")}
        </ButtonLink>
      </div>
    </Write>
  );
}

function ClientContact({ client }: { client: Client | null }) {
  const { t } = useTranslation("clients");
  const labels = useClientLabels();
  return (
    <>
      <FormSection title={t("formulaire.adresse")}>
        <AddressFields address={client?.address ?? home} />
      </FormSection>
      <FormSection title={t("formulaire.coordonnees")}>
        <div className="form-deux">
          <TextField
            name="email"
            label={labels["email"] ?? ""}
            optional
            type="email"
            inputMode="email"
            defaultValue={client?.email}
            maxLength={fieldLimits.email}
            autoComplete="off"
          />
          <TextField
            name="phone"
            label={labels["phone"] ?? ""}
            optional
            type="tel"
            defaultValue={client?.phone}
            maxLength={fieldLimits.phone}
            autoComplete="off"
          />
        </div>
      </FormSection>
    </>
  );
}

function ClientTerms({ client }: { client: Client | null }) {
  const { t } = useTranslation(["clients", "commun"]);
  const echeance = client?.echeance ?? null;
  return (
    <FormSection title={t("formulaire.conditions")}>
      <SelectField
        name="echeance"
        label={t("formulaire.echeance")}
        help={t("formulaire.echeanceAide")}
        defaultValue={echeance ? echeanceValue(echeance) : ""}
        options={[
          { value: "", label: t("formulaire.echeanceSociete") },
          ...echeanceChoices(echeance),
        ]}
      />
      <SelectField
        name="langue"
        label={t("formulaire.langue")}
        help={t("formulaire.langueAide")}
        defaultValue={client?.langue ?? langues[0]}
        options={langues.map((langue) => ({
          value: langue,
          label: t(`commun:langue.nom.${langue}`),
        }))}
      />
      <TextAreaField
        name="note"
        label={t("formulaire.note")}
        optional
        help={t("formulaire.noteAide")}
        defaultValue={client?.note}
        maxLength={fieldLimits.note}
      />
    </FormSection>
  );
}
