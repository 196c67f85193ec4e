import type { LoaderFunctionArgs } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ComparaisonSection } from "../components/console/comparaison-section";
import { ConsolePage } from "../components/console/console-page";
import { consoleTitle } from "../components/console/console-title";
import { evenementsQuery } from "../components/console/evenements-query";
import { ReasonedPanel } from "../components/console/reasoned-panel";
import { RegistreSection } from "../components/console/registre-section";
import { compareForm, repairForm, replayForm } from "../components/console/stripe-forms";
import { DoneFlash } from "../components/done-flash";
import { words } from "../i18n/spoken";
import { prefetch } from "../read.server";
import { trpc } from "../trpc";
import { writes } from "../write.server";

export const meta = () => consoleTitle(words().verite.titre);

export const action = writes([compareForm, replayForm, repairForm]);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [
    queries.consoleStripe.etat.fetch(),
    queries.consoleStripe.evenements.fetch(evenementsQuery(new URL(args.request.url).searchParams)),
  ]);

/** Whether what is held here is what Stripe says. */
export default function Stripe() {
  const { t } = useTranslation("verite");
  return (
    <ConsolePage title={t("titre")}>
      <DoneFlash
        sentences={{
          ...{ compare: t("comparaison.fait"), lancee: t("comparaison.lancee") },
          ...{ repare: t("reparer.fait"), reste: t("reparer.reste") },
          ...{ rejoue: t("rejouer.fait"), attend: t("rejouer.attend"), echec: t("rejouer.echec") },
        }}
      />
      <div className="soc-g">
        <Acte />
        <ComparaisonSection />
        <RegistreSection />
      </div>
    </ConsolePage>
  );
}

/** The act being done, when the address names one. */
function Acte() {
  const { t } = useTranslation("verite");
  const [params] = useSearchParams();
  const [{ ecarts }] = trpc.consoleStripe.etat.useSuspenseQuery();
  const eventId = params.get("rejouer");
  const ecart = ecarts.find(({ id }) => String(id) === params.get("reparer"));
  const common = { back: "/console/stripe" } as const;
  if (ecart) {
    const objet = ecart.societe ?? ecart.objet;
    const help = ecart.societeId !== null || ecart.champ === "client";
    return (
      <ReasonedPanel
        {...common}
        form={repairForm}
        title={t("reparer.titre", { objet })}
        help={t(help ? "reparer.aideSociete" : "reparer.aideOffre")}
        submit={t("reparer.bouton")}
        hidden={{ ecartId: String(ecart.id) }}
      />
    );
  }
  if (eventId === null) return null;
  return (
    <ReasonedPanel
      {...common}
      form={replayForm}
      title={t("rejouer.titre", { type: eventId })}
      help={t("rejouer.aide")}
      submit={t("rejouer.bouton")}
      hidden={{ eventId }}
    />
  );
}
