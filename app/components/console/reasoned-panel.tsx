import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FormDefinition } from "../../define-form";
import type { ProcedurePath } from "../../trpc";
import { Write } from "../../write";
import { ButtonLink } from "../button";
import { ErrorSummary } from "../error-summary";
import { SubmitButton } from "../submit-button";
import { TextAreaField } from "../text-area-field";

type Props<P extends ProcedurePath> = {
  readonly form: FormDefinition<P>;
  readonly title: string;
  readonly help: string;
  readonly submit: string;
  /** Where giving up leads. */
  readonly back: string;
  /** What the act is about, said to the procedure. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly children?: ReactNode;
};

/** One act on the whole service, with its reason. */
export function ReasonedPanel<P extends ProcedurePath>(props: Props<P>) {
  const { t } = useTranslation("verite");
  const { form, title, help, submit, back, hidden, children } = props;
  return (
    <section className="panneau formacte formacte--page" id="acte" aria-labelledby="acte-titre">
      <h2 id="acte-titre">{title}</h2>
      <p className="sub">{help}</p>
      <Write form={form}>
        <ErrorSummary labels={{ reason: t("raison") }} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <TextAreaField name="reason" label={t("raison")} help={t("raisonAide")} maxLength={500} />
        <p className="rangee">
          <SubmitButton>{submit}</SubmitButton>
          <ButtonLink to={back} preventScrollReset>
            {t("annuler")}
          </ButtonLink>
        </p>
      </Write>
    </section>
  );
}
