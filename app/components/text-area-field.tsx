import type { ReactNode, TextareaHTMLAttributes } from "react";
import { Field } from "./field";

type Props = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id"> & {
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly optional?: boolean;
  readonly place?: string;
};

export function TextAreaField(props: Props) {
  const { name, label, help, optional, place, defaultValue, ...rest } = props;
  return (
    <Field
      name={name}
      label={label}
      {...(help !== undefined && { help })}
      {...(optional && { optional })}
      {...(place && { className: place })}
    >
      {(control, typed) => (
        <textarea
          rows={3}
          {...rest}
          {...control}
          className="champ"
          defaultValue={typed ?? defaultValue}
        />
      )}
    </Field>
  );
}
