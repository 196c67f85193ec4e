import { useId } from "react";
import type { FormDefinition } from "../define-form";
import type { ProcedurePath } from "../trpc";
import { useWriteState, Write } from "../write";
import { FailureText } from "./failure-text";
import { SubmitButton } from "./submit-button";

type Props<P extends ProcedurePath> = {
  readonly form: FormDefinition<P>;
  /** What the act is done to, as hidden fields. */
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
  /** When the label alone does not say on what: for assistive technology. */
  readonly about?: string;
  readonly look?: "principal" | "danger" | "discret";
  readonly small?: boolean;
};

/** A write of one button: to archive, to bring back. */
export function Act<P extends ProcedurePath>(props: Props<P>) {
  const { form, fields, label, about, look, small } = props;
  const id = useId();
  return (
    <Write form={form} about={Object.values(fields).join("-")} className="acte-seul">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton plain {...{ look, small }} aria-label={about} aria-describedby={id}>
        {label}
      </SubmitButton>
      <ActFailure id={id} />
    </Write>
  );
}

function ActFailure({ id }: { id: string }) {
  const { failure } = useWriteState();
  return (
    <p className="erreur" id={id} role="alert" data-write-summary tabIndex={-1}>
      {failure && <FailureText failure={failure} />}
    </p>
  );
}
