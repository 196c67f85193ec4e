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
  readonly look?: "principal" | "danger" | "discret";
};

/** A write of one button: to archive, to bring back. */
export function Act<P extends ProcedurePath>({ form, fields, label, look }: Props<P>) {
  const id = useId();
  return (
    <Write form={form} className="acte-seul">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton plain look={look} aria-describedby={id}>
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
