import { CircleCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FormDefinition } from "../../define-form";
import type { ProcedurePath } from "../../trpc";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { SubmitButton } from "../submit-button";

type Props<P extends ProcedurePath> = {
  readonly form: FormDefinition<P>;
  /** Tells apart two forms of one procedure. */
  readonly about?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly submit?: string;
  /** Said once it is saved. */
  readonly done?: string;
  /** After saving, instead of staying as it is. */
  readonly onSaved?: () => void;
  readonly encType?: "multipart/form-data";
  readonly children: ReactNode;
};

/** One part of the settings, saved by itself: an error elsewhere does not hold it back. */
export function SettingsForm<P extends ProcedurePath>(props: Props<P>) {
  const { form, about, labels, submit, done, onSaved, encType, children } = props;
  const { t } = useTranslation("reglages");
  const [saved, setSaved] = useState(false);
  return (
    <Write
      form={form}
      {...(about && { about })}
      className="form-grille"
      onInput={() => setSaved(false)}
      onDone={() => {
        setSaved(true);
        onSaved?.();
      }}
      {...(encType && { encType })}
    >
      <ErrorSummary labels={labels} />
      {children}
      <div className="acts acts--ligne">
        <SubmitButton plain={submit !== undefined}>{submit ?? t("enregistrer")}</SubmitButton>
        <span className="enregistre" role="status">
          {saved && (
            <>
              <CircleCheck className="ic" aria-hidden />
              {done ?? t("enregistre")}
            </>
          )}
        </span>
      </div>
    </Write>
  );
}
