import type { InputHTMLAttributes, ReactNode } from "react";
import { Field } from "./field";
import { LegalHelp } from "./loi/legal-help";
import type { LegalPoint } from "./loi/legal-sources";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "id"> & {
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly optional?: boolean;
  /** Where the law speaks of it: a « ? » at the end of the label. */
  readonly law?: LegalPoint;
  /** Figures: aligned on their digits. */
  readonly figures?: boolean;
  /** Class of the whole field, for its place in a grid. */
  readonly place?: string;
};

export function TextField(props: Props) {
  const { name, label, help, optional, law, figures, place, defaultValue, ...rest } = props;
  return (
    <Field
      name={name}
      label={label}
      {...(help !== undefined && { help })}
      {...(optional && { optional })}
      {...(law && { beside: <LegalHelp point={law} /> })}
      {...(place && { className: place })}
    >
      {(control, typed) => (
        <input
          type="text"
          {...rest}
          {...control}
          className={`champ ${figures ? "num" : ""}`}
          defaultValue={typed ?? defaultValue}
        />
      )}
    </Field>
  );
}
