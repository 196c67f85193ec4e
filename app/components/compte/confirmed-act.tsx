import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FormDefinition } from "../../define-form";
import type { OutputOf, ProcedurePath } from "../../trpc";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { PasswordField } from "../password-field";
import { SubmitButton } from "../submit-button";

type Props<P extends ProcedurePath> = {
  readonly form: FormDefinition<P>;
  readonly about?: string;
  readonly submit: string;
  readonly look?: "danger" | "principal";
  readonly labels?: Readonly<Record<string, string>>;
  /** Instead of going where the form leads. */
  readonly onDone?: (output: OutputOf<P>) => void;
  /** Before the password. */
  readonly children?: ReactNode;
};

/** An act a borrowed screen must not be able to do: the password again, then the button. */
export function ConfirmedAct<P extends ProcedurePath>(props: Props<P>) {
  const { form, about, submit, look, labels = {}, onDone, children } = props;
  const { t } = useTranslation("compte");
  const label = t("motDePasseActuel");
  return (
    <Write
      form={form}
      {...(about && { about })}
      {...(onDone && { onDone })}
      className="form-grille compte-acte"
    >
      <ErrorSummary labels={{ ...labels, current_password: label }} />
      {children}
      <PasswordField
        name="current_password"
        label={label}
        help={t("motDePasseAide")}
        autoComplete="current-password"
      />
      <div className="acts acts--ligne">
        <SubmitButton plain look={look}>
          {submit}
        </SubmitButton>
      </div>
    </Write>
  );
}
