import { useId } from "react";
import { useTranslation } from "react-i18next";

const questions = ["depasse", "essai", "refus", "change", "comptable", "pars"] as const;

export function Faq() {
  const { t } = useTranslation("offres");
  const id = useId();
  return (
    <section className="faq" aria-labelledby={id}>
      <h2 id={id}>{t("faq.titre")}</h2>
      <dl>
        {questions.map((question) => (
          <div key={question}>
            <dt>{t(`faq.${question}`)}</dt>
            <dd>{t(`faq.${question}Reponse`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
