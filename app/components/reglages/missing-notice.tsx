import { CircleCheck, Info } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Problem } from "#server/domain/refusal";
import { emetteurFieldHash } from "../../emetteur-field-link";
import { useSentences } from "../../sentences";
import { useEmetteurLabels } from "./use-emetteur-labels";

/** What the law still asks for before the first facture, each leading to its field. */
export function MissingNotice({ missing }: { missing: readonly Problem[] }) {
  const { t } = useTranslation("reglages");
  const { ofProblem } = useSentences();
  const labels: Readonly<Record<string, string>> = useEmetteurLabels();
  if (missing.length === 0)
    return (
      <p className="flash">
        <CircleCheck className="ic" aria-hidden />
        {t("manque.rien")}
      </p>
    );
  return (
    <div className="avis">
      <Info className="ic" aria-hidden />
      <div>
        <p className="fort">{t("manque.titre")}</p>
        <p>{t("manque.texte")}</p>
        <ul className="liens">
          {missing.map((problem) => (
            <li key={`${problem.field} ${problem.code}`}>
              <a className="lien" href={emetteurFieldHash(problem.field)}>
                {labels[problem.field.replace(/^emetteur\./, "")] ?? ofProblem(problem)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
