import { useState } from "react";
import { useTranslation } from "react-i18next";
import { contrastOnWhite } from "../../colour-contrast";
import { Field } from "../field";

type Props = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (colour: string) => void;
};

/** A colour, typed or picked; what it will do to text is said under it. */
export function ColourField({ name, label, value, onChange }: Props) {
  const { t } = useTranslation("reglages");
  const [first] = useState(value);
  const ratio = contrastOnWhite(value);
  const help =
    ratio === null
      ? t("marque.couleurAide")
      : t(ratio >= 4.5 ? "marque.contraste" : "marque.contrasteFaible", {
          rapport: ratio.toFixed(1).replace(".", ","),
        });
  return (
    <Field name={name} label={label} help={help}>
      {(control) => (
        <span className="champ-teinte">
          <input
            type="color"
            value={ratio === null ? first : value}
            aria-label={t("marque.choisirTeinte", { nom: label })}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
          <input
            {...control}
            className="champ num"
            value={value}
            maxLength={7}
            spellCheck={false}
            autoComplete="off"
            onChange={({ currentTarget }) => onChange(currentTarget.value.trim())}
          />
        </span>
      )}
    </Field>
  );
}
