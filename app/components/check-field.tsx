import type { InputHTMLAttributes, ReactNode } from "react";
import { useWriteState } from "../write";
import { fieldId } from "./field";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "type"> & {
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
};

export function CheckField({ name, label, help, defaultChecked, ...rest }: Props) {
  const { formId, failure, typed } = useWriteState();
  const id = fieldId(formId, name);
  const checked = failure && Object.keys(typed).length > 0 ? name in typed : defaultChecked;
  return (
    <div className="coche">
      <input
        {...rest}
        id={id}
        name={name}
        type="checkbox"
        className="case"
        defaultChecked={checked}
        aria-describedby={help ? `${id}-aide` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {help && (
        <p className="aide" id={`${id}-aide`}>
          {help}
        </p>
      )}
    </div>
  );
}
