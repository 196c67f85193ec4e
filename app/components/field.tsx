import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSentences } from "../sentences";
import { useWriteState } from "../write";

/** What a control receives to be tied to its label, its help and its error. */
type Control = {
  readonly id: string;
  readonly name: string;
  readonly "aria-invalid"?: true;
  readonly "aria-describedby"?: string;
};

type Props = {
  readonly name: string;
  readonly label: string;
  /** Said under the field, before anything goes wrong. */
  readonly help?: ReactNode;
  /** Says « facultatif » beside the label. */
  readonly optional?: boolean;
  /** At the end of the label's line. */
  readonly beside?: ReactNode;
  readonly className?: string;
  readonly children: (control: Control, typed: string | undefined) => ReactNode;
};

/** Label above, control, then help and, in its place, what is wrong. Nothing typed is lost when the page comes back. */
export function Field({ name, label, help, optional, beside, className = "", children }: Props) {
  const { t } = useTranslation();
  const { formId, failure, typed } = useWriteState();
  const { ofProblem } = useSentences();
  const id = fieldId(formId, name);
  const problem = failure?.problems.find(({ field }) => field === name);
  const described = [problem && `${id}-erreur`, help && `${id}-aide`].filter(Boolean).join(" ");
  const control: Control = {
    id,
    name,
    ...(problem && { "aria-invalid": true }),
    ...(described && { "aria-describedby": described }),
  };
  return (
    <div className={`groupe ${className}`}>
      <div className="etiq-l">
        <label className="etiquette" htmlFor={id}>
          {label}
          {optional && <span className="etiquette__fin"> {t("formulaire.facultatif")}</span>}
        </label>
        {beside}
      </div>
      {children(control, typed[name])}
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

/** Id of a field's control: what the summary of errors links to. */
export const fieldId = (formId: string, name: string): string => `${formId}.${name}`;
