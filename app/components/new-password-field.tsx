import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { PasswordField } from "./password-field";

type Props = {
  readonly label: string;
  readonly help: string;
  /** What an attacker would try first: the names typed beside, the address. */
  readonly identity?: readonly string[];
};

/** A password to choose, `password` in its form, with how hard it is to guess while it is typed. */
export function NewPasswordField({ label, help, identity = [] }: Props) {
  const [typed, setTyped] = useState("");
  return (
    <div
      onInput={({ target }) => {
        if (target instanceof HTMLInputElement) setTyped(target.value);
      }}
    >
      <PasswordField name="password" label={label} help={help} autoComplete="new-password" />
      {typed !== "" && <Meter password={typed} identity={identity} />}
    </div>
  );
}

type MeterProps = { readonly password: string; readonly identity: readonly string[] };

/** The dictionaries come with the first sign typed, never with the page. */
function Meter({ password, identity }: MeterProps) {
  const { t } = useTranslation("compte");
  const [score, setScore] = useState<0 | 1 | 2 | 3 | 4 | null>(null);
  const words = useRef(identity);
  words.current = identity;
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(async () => {
      const { scoreOf } = await import("../password-strength");
      if (!isStale) setScore(scoreOf(password, words.current));
    }, 150);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [password]);
  return (
    <p className="solidite" data-score={score ?? undefined}>
      <span className="solidite__barre" aria-hidden>
        {[1, 2, 3, 4].map((step) => (
          <i key={step} />
        ))}
      </span>
      <span role="status">{score === null ? t("force.attente") : t(`force.n${score}`)}</span>
    </p>
  );
}
