import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ProvedFeature } from "./proved";

/** One feature, and the sentences of the tests that prove it. */
export function FeatureCard({ feature: { feature, tests } }: { readonly feature: ProvedFeature }) {
  const { t } = useTranslation("fonctionnalites");
  return (
    <li>
      <h2>
        <CircleCheck className="ic ic--20" aria-hidden />
        {t(`liste.${feature}.titre`)}
      </h2>
      <p>{t(`liste.${feature}.texte`)}</p>
      <details>
        <summary>{t("preuves", { count: tests.length })}</summary>
        <ul lang="en">
          {tests.map(({ file, sentence }) => (
            <li key={`${file} ${sentence}`}>{sentence}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}
