import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "./field";

type Props = {
  readonly name: string;
  readonly label: string;
  readonly autoComplete: "current-password" | "new-password";
  readonly help?: ReactNode;
  readonly beside?: ReactNode;
};

/** A password, which its owner may look at. */
export function PasswordField({ name, label, autoComplete, help, beside }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field name={name} label={label} {...(help !== undefined && { help })} beside={beside}>
      {(control) => (
        <span className="champ-icone champ-icone--fin champ-oeil">
          <input
            {...control}
            className="champ"
            type={shown ? "text" : "password"}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
          />
          <button
            type="button"
            aria-label={t(shown ? "actions.cacher" : "actions.montrer")}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            <Icon className="ic" aria-hidden />
          </button>
        </span>
      )}
    </Field>
  );
}
