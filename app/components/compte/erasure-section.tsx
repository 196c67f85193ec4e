import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../session";
import { trpc } from "../../trpc";
import { ButtonLink } from "../button";
import { FormSection } from "../form-section";
import { eraseForm } from "./compte-forms";
import { ConfirmedAct } from "./confirmed-act";

export function ErasureSection() {
  const { t } = useTranslation("donnees");
  const [{ aloneIn }] = trpc.compte.erasure.useSuspenseQuery();
  return (
    <FormSection id="effacement" title={t("effacement.titre")} note={t("effacement.note")}>
      <p className="compte-prose">{t("effacement.disparait")}</p>
      <p className="compte-prose">{t("effacement.reste")}</p>
      <p className="compte-prose">{t("effacement.ensuite")}</p>
      {aloneIn.length > 0 ? (
        <Needed aloneIn={aloneIn} />
      ) : (
        // A whole new page: nothing of the person may stay in the browser's memory.
        <ConfirmedAct
          form={eraseForm}
          submit={t("effacement.effacer")}
          look="danger"
          onDone={() => window.location.assign("/connexion?compte=efface")}
        />
      )}
    </FormSection>
  );
}

function Needed({ aloneIn }: { readonly aloneIn: readonly string[] }) {
  const { t } = useTranslation("donnees");
  const canSet = useCan("equipe");
  const societes = aloneIn.map((nom) => `« ${nom} »`).join(", ");
  return (
    <div className="avis avis--attention">
      <CircleAlert className="ic" aria-hidden />
      <div className="compte-avis">
        <p>{t("effacement.seul", { count: aloneIn.length, societes })}</p>
        {canSet && <ButtonLink to="/reglages/equipe">{t("effacement.equipe")}</ButtonLink>}
      </div>
    </div>
  );
}
