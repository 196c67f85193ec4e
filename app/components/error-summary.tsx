import { CircleAlert } from "lucide-react";
import { useSentences } from "../sentences";
import { useWriteState } from "../write";
import { FailureText } from "./failure-text";
import { fieldId } from "./field";

type Props = {
  /** Names of the form's fields, as their labels say them; a problem elsewhere is told in full. */
  readonly labels: Readonly<Record<string, string>>;
};

/** At the top of a form: what was refused, and a link to each field to correct. */
export function ErrorSummary({ labels }: Props) {
  const { formId, failure } = useWriteState();
  const { ofProblem } = useSentences();
  if (!failure) return null;
  return (
    <div className="resume" role="alert" tabIndex={-1} data-write-summary>
      <CircleAlert className="ic" aria-hidden />
      <div>
        <p className="fort">
          <FailureText failure={failure} />
        </p>
        {failure.problems.length > 0 && (
          <ul>
            {failure.problems.map((problem) => {
              const label = labels[problem.field];
              return (
                <li key={`${problem.field} ${problem.code}`}>
                  {label ? (
                    <a className="lien" href={`#${fieldId(formId, problem.field)}`}>
                      {label}
                    </a>
                  ) : (
                    ofProblem(problem)
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </div>
  );
}
