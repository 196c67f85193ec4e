import { Check } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "#server/domain/refusal";

export const steps = ["client", "lignes", "conditions", "verifier"] as const;
export type Step = (typeof steps)[number];

/** The step a field is written in. */
export const stepOf = (field: string): Step => {
  const [root] = field.split(".");
  if (root === "client" || root === "subject") return "client";
  if (root === "lignes") return "lignes";
  return root === "emetteur" ? "verifier" : "conditions";
};

type Props = {
  readonly step: Step;
  readonly problems: readonly Problem[];
  readonly onStep: (step: Step) => void;
};

/** On a phone the sheet is written in four steps; any of them can be reached at any time. */
export const Steps = memo(function Steps({ step, problems, onStep }: Props) {
  const { t } = useTranslation("factures");
  const missing = new Set(problems.map(({ field }) => stepOf(field)));
  return (
    <nav className="etapes" aria-label={t("etapes.titre")}>
      <ol>
        {steps.map((one, index) => {
          const isDone = one !== step && one !== "verifier" && !missing.has(one);
          return (
            <li
              key={one}
              className={isDone ? "est-fait" : ""}
              aria-current={one === step ? "step" : undefined}
            >
              <button type="button" onClick={() => onStep(one)}>
                <span>
                  {isDone ? (
                    <Check className="ic ic--14" aria-label={t("etapes.fait")} />
                  ) : (
                    index + 1
                  )}
                </span>
                {t(`etapes.${one}`)}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
});
