import { Link } from "@remix-run/react";
import { LockKeyhole } from "lucide-react";
import { useTranslation } from "react-i18next";
import { trpc } from "../../trpc";
import { useUsage } from "../../use-usage";
import { useWriteState } from "../../write";
import { templates } from "./marque-forms";

type Template = (typeof templates)[number];

/** Which plan opens the templates this société's does not; null when all are open. */
function useOpener(): string | null {
  const { features } = useUsage();
  const [offres] = trpc.plans.list.useSuspenseQuery();
  if (features.includes("modeles")) return null;
  return offres.find((offre) => offre.features.includes("modeles"))?.nom ?? "";
}

/** Sobre is everybody's; the others are shown, and say what opens them. The one already chosen stays. */
export function TemplateChoice({ current }: { readonly current: Template }) {
  const { t } = useTranslation("reglages");
  const { typed } = useWriteState();
  const opener = useOpener();
  const chosen = typed["template"] ?? current;
  return (
    <fieldset className="groupe">
      <legend className="etiquette">{t("marque.modele")}</legend>
      <div className="modeles">
        {templates.map((template) => (
          <Choice
            key={template}
            template={template}
            isChosen={template === chosen}
            opener={template === "sobre" || template === current ? null : opener}
          />
        ))}
      </div>
      {opener !== null && <Locked opener={opener} isKept={current !== "sobre"} />}
    </fieldset>
  );
}

type ChoiceProps = {
  readonly template: Template;
  readonly isChosen: boolean;
  readonly opener: string | null;
};

function Choice({ template, isChosen, opener }: ChoiceProps) {
  const { t } = useTranslation(["reglages", "abonnement"]);
  const isLocked = opener !== null;
  return (
    <label className={`modele modele--${template}${isLocked ? " modele--ferme" : ""}`}>
      <input
        type="radio"
        name="template"
        value={template}
        defaultChecked={isChosen}
        disabled={isLocked}
      />
      <span className="modele-p" data-theme="clair">
        <i />
        <i />
        <i />
        <i />
      </span>
      <b>{t(`marque.modeles.${template}`)}</b>
      {isLocked && (
        <span className="modele__cle">
          <LockKeyhole className="ic" aria-hidden />
          {t("abonnement:modeles.ferme", { nom: opener })}
        </span>
      )}
    </label>
  );
}

function Locked({ opener, isKept }: { readonly opener: string; readonly isKept: boolean }) {
  const { t } = useTranslation("abonnement");
  const { plan } = useUsage();
  return (
    <p className="note">
      {t("modeles.note", { plan: plan.nom, nom: opener })} {isKept && t("modeles.garde")}{" "}
      <Link className="lien" to="/reglages/abonnement#offres">
        {t("lien.offres")}
      </Link>
    </p>
  );
}
