import { useWriteState } from "../write";
import { fieldId } from "./field";

type Props<T extends string> = {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly defaultValue: T;
  readonly onChoose?: (value: T) => void;
};

/** A few exclusive choices, all in sight. */
export function ChoiceField<T extends string>(props: Props<T>) {
  const { name, legend, options, defaultValue, onChoose } = props;
  const { formId, typed } = useWriteState();
  const chosen = typed[name] ?? defaultValue;
  return (
    <fieldset className="groupe">
      <legend className="etiquette">{legend}</legend>
      <div className="bascule bascule--mots">
        {options.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              className="vh"
              id={fieldId(formId, `${name}.${value}`)}
              name={name}
              value={value}
              defaultChecked={chosen === value}
              onChange={() => onChoose?.(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
