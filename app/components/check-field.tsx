import { CircleAlert } from "lucide-react";
import type { InputHTMLAttributes, ReactNode } from "react";
import { useSentences } from "../sentences";
import { useWriteState } from "../write";
import { fieldId } from "./field";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "type"> & {
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
};

export function CheckField({ name, label, help, defaultChecked, ...rest }: Props) {
  const { formId, failure, typed } = useWriteState();
  const { ofProblem } = useSentences();
  const id = fieldId(formId, name);
  const checked = failure && Object.keys(typed).length > 0 ? name in typed : defaultChecked;
  const problem = failure?.problems.find(({ field }) => field === name);
  const described = [problem && `${id}-erreur`, help && `${id}-aide`].filter(Boolean).join(" ");
  return (
    <div className="coche">
      <input
        {...rest}
        id={id}
        name={name}
        type="checkbox"
        className="case"
        defaultChecked={checked}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
      />
      <label htmlFor={id}>{label}</label>
      {problem && (
        <p className="erreur" id={`${id}-erreur`}>
          <CircleAlert className="ic" aria-hidden />
          {ofProblem(problem)}
        </p>
      )}
      {help && (
        <p className="aide" id={`${id}-aide`}>
          {help}
        </p>
      )}
    </div>
  );
}
