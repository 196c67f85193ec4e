import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../format-moment";
import { formatEuros } from "../../formats";
import { useEditor } from "./editor-view";
import { type Step, steps } from "./steps";

type Props = {
  readonly step: Step;
  readonly onStep: (step: Step) => void;
  readonly onIssue: () => void;
};

/** The phone's foot: what it comes to, and the next step. */
export function StepFoot({ step, onStep, onIssue }: Props) {
  const { t } = useTranslation("factures");
  const { computed, content, state, facts } = useEditor();
  const next = steps[steps.indexOf(step) + 1];
  const saved =
    state.save.kind === "saved" && state.save.at !== null
      ? t("etapes.enregistre", { heure: formatTime(state.save.at) })
      : state.save.kind === "offline"
        ? t("etapes.garde")
        : "";
  const count = t("etapes.lignesCount", { count: content.lignes.length });
  return (
    <section className="etape-pied" aria-label={t("etapes.suivante")}>
      <div>
        <span className="doux texte-12">{[count, saved].filter(Boolean).join(" · ")}</span>
        <b className="num">{formatEuros(computed.totals.totalTtc)}</b>
      </div>
      {next ? (
        <button type="button" className="bouton bouton--principal" onClick={() => onStep(next)}>
          {t(`etapes.${next}`)}
          <ChevronRight className="ic" aria-hidden />
        </button>
      ) : (
        facts.canIssue && (
          <button type="button" className="bouton bouton--principal" onClick={onIssue}>
            {t("emettre.emettre")}
          </button>
        )
      )}
    </section>
  );
}
