import { Link } from "@remix-run/react";
import { CircleCheck, ShieldAlert, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Problem } from "#server/domain/refusal";
import { useSentences } from "../../sentences";
import { useProblemText } from "../facture-modal/problem-text";
import { useSheet } from "./editor-view";

/**
 * What still stands between this brouillon and a valid document; each line leads where it is mended. A long list stays
 * folded until one asks to issue.
 */
export function ProblemsList() {
  const { t } = useTranslation("factures");
  const { problems, isChecking, checkFailure } = useSheet();
  const { ofFailure } = useSentences();
  if (checkFailure)
    return (
      <p className="cote__controle">
        <ShieldAlert className="ic" aria-hidden />
        {ofFailure(checkFailure)}
      </p>
    );
  if (problems.length === 0)
    return (
      <>
        <p className="cote__controle" data-v="ok">
          <CircleCheck className="ic" aria-hidden />
          {t("controle.bon")}
        </p>
        <Warnings />
      </>
    );
  return (
    <details className="controle" open={isChecking || problems.length <= 4 || undefined}>
      <summary className="cote__controle">
        <ShieldAlert className="ic" aria-hidden />
        {t("controle.manque", { count: problems.length })}
      </summary>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.field} ${problem.code}`}>
            <ProblemLink problem={problem} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Nothing that stops the facture: told once everything else is in order. */
function Warnings() {
  const { t } = useTranslation("factures");
  const { warnings } = useSheet();
  if (warnings.length === 0) return null;
  return (
    <details className="controle" open={warnings.length <= 4 || undefined}>
      <summary className="cote__controle">
        <TriangleAlert className="ic" aria-hidden />
        {t("controle.aVoir", { count: warnings.length })}
      </summary>
      <ul>
        {warnings.map((warning) => (
          <li key={warning.field}>
            <ProblemLink problem={warning} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function ProblemLink({ problem }: { readonly problem: Problem }) {
  const { content, dispatch } = useSheet();
  const text = useProblemText();
  const [root = "", ...path] = problem.field.split(".");
  if (root === "emetteur")
    return <Link to={`/reglages/societe#${path.join(".")}`}>{text(problem)}</Link>;
  if (root === "client" && path.length > 0 && content.clientId)
    return <Link to={`/clients/${content.clientId}/modifier`}>{text(problem)}</Link>;
  return (
    <button
      type="button"
      className="lien lien--bouton"
      onClick={() => dispatch({ type: "focus", field: anchorOf(problem.field) })}
    >
      {text(problem)}
    </button>
  );
}

/** The field to focus for a problem about something wider than a field. */
function anchorOf(field: string): string {
  if (field === "lignes") return "lignes.0.designation";
  return field.startsWith("echeance") ? "echeance.on" : field;
}
