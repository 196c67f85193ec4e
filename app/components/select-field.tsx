import { ChevronDown } from "lucide-react";
import type { ReactNode, SelectHTMLAttributes } from "react";
import { Field } from "./field";

type Props = Omit<SelectHTMLAttributes<HTMLSelectElement>, "id"> & {
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly optional?: boolean;
  readonly place?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** The browser's own list: it works without JavaScript, with a keyboard and on a phone. */
export function SelectField(props: Props) {
  const { name, label, help, optional, place, options, defaultValue, ...rest } = props;
  return (
    <Field
      name={name}
      label={label}
      {...(help !== undefined && { help })}
      {...(optional && { optional })}
      {...(place && { className: place })}
    >
      {(control, typed) => (
        <span className="champ-icone champ-icone--fin">
          <select {...rest} {...control} className="champ" defaultValue={typed ?? defaultValue}>
            {options.map(({ value, label: text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
          <ChevronDown className="ic" aria-hidden />
        </span>
      )}
    </Field>
  );
}
