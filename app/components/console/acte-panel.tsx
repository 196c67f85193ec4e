import { Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FormDefinition } from "../../define-form";
import type { ProcedurePath } from "../../trpc";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { SubmitButton } from "../submit-button";
import { TextAreaField } from "../text-area-field";
import { type ActeName, choicesFor } from "./acte-choices";
import { ActeFields, formOf } from "./acte-fields";
import { ReasonField } from "./reason-field";
import { useConsoleSociete } from "./societe-view";

/** The act being done, and beneath it the others that make sense. Without JavaScript, each is a page. */
export function ActePanel() {
  const [params] = useSearchParams();
  const societe = useConsoleSociete();
  const choices = choicesFor(societe);
  const asked = params.get("acte");
  const current = choices.find(({ name }) => name === asked) ?? choices[0];
  if (!current) return null;
  return (
    <>
      <ActeForm key={current.name} name={current.name} isGrave={current.isGrave === true} />
      <OtherActes current={current.name} />
    </>
  );
}

function ActeForm({ name, isGrave }: { readonly name: ActeName; readonly isGrave: boolean }) {
  const { t } = useTranslation("actes");
  const { nom } = useConsoleSociete();
  return (
    <section className="panneau formacte" aria-labelledby="acte-titre">
      <h2 id="acte-titre">{t(`${name}.titre`, { nom })}</h2>
      <p className="sub">{t(`${name}.aide`)}</p>
      <Reasoned form={formOf(name)} isNote={name === "note"}>
        <ActeFields name={name} />
        {name === "note" ? <NoteField /> : <ReasonField />}
        <SubmitButton look={isGrave ? "danger" : "principal"}>
          {t(`${name}.faire`, { nom })}
        </SubmitButton>
      </Reasoned>
    </section>
  );
}

type ReasonedProps = {
  readonly form: FormDefinition<ProcedurePath>;
  readonly isNote: boolean;
  readonly children: ReactNode;
};

function Reasoned({ form, isNote, children }: ReasonedProps) {
  const { t } = useTranslation("actes");
  const { societeId } = useConsoleSociete();
  const labels = {
    ...{ reason: t(isNote ? "champs.note" : "champs.raison"), motif: t("champs.motif") },
    ...{
      until: t("champs.jusquau"),
      ajout: t("champs.ajout"),
      mois: t("champs.mois"),
      nom: t("champs.nom"),
    },
  };
  return (
    <Write form={form}>
      <ErrorSummary labels={labels} />
      <input type="hidden" name="societeId" value={societeId} />
      {children}
    </Write>
  );
}

function NoteField() {
  const { t } = useTranslation("actes");
  return (
    <TextAreaField
      name="reason"
      label={t("champs.note")}
      help={t("champs.raisonAide")}
      maxLength={500}
    />
  );
}

function OtherActes({ current }: { readonly current: ActeName }) {
  const { t } = useTranslation("actes");
  const societe = useConsoleSociete();
  const others = choicesFor(societe).filter(({ name }) => name !== current);
  return (
    <nav className="autres-actes" aria-labelledby="autres-titre">
      <h2 id="autres-titre">{t("autres")}</h2>
      <ul>
        {others.map(({ name, icon: Icon, isGrave }) => (
          <li key={name} data-v={isGrave ? "danger" : undefined}>
            <Link to={`?acte=${name}`} preventScrollReset>
              <Icon className="ic" aria-hidden />
              <span>
                {t(`${name}.titre`, { nom: societe.nom })}
                <small>{t(`${name}.court`)}</small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
