import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { acteForms } from "../components/console/acte-forms";
import { ActePanel } from "../components/console/acte-panel";
import { Chronologie } from "../components/console/chronologie";
import { ConsolePage } from "../components/console/console-page";
import { consoleTitle } from "../components/console/console-title";
import { CopiesSection } from "../components/console/copies-section";
import { DroitsSection } from "../components/console/droits-section";
import { MembresSection } from "../components/console/membres-section";
import { SocieteFigures, SocieteHead } from "../components/console/societe-head";
import { useConsoleSociete } from "../components/console/societe-view";
import { StripeSection } from "../components/console/stripe-section";
import { VisiteSection } from "../components/console/visite-section";
import { DoneFlash } from "../components/done-flash";
import { consoleVisiteForms } from "../components/visite/visite-forms";
import { words } from "../i18n/spoken";
import { prefetch } from "../read.server";
import { idOf } from "../route-params.server";
import { writes } from "../write.server";

export const meta = () => consoleTitle(words().societes.titre);

export const action = writes([...acteForms, ...consoleVisiteForms]);

export async function loader(args: LoaderFunctionArgs) {
  const societeId = idOf(args.params, "societeId");
  const { data } = await prefetch(args, (queries) => [
    queries.console.societe.fetch({ societeId }),
    queries.consoleVisites.list.fetch({ societeId }),
    queries.console.chronologie.fetch({ societeId, before: null }),
  ]);
  return { ...data, cle: crypto.randomUUID() };
}

/** One société, as its operator sees it. */
export default function Societe() {
  const { t } = useTranslation("societes");
  const { nom, isDemonstration } = useConsoleSociete();
  return (
    <ConsolePage title={nom} breadcrumb={[{ to: "/console/societes", label: t("titre") }]}>
      <Done />
      <SocieteHead />
      <SocieteFigures />
      <div className="soc-corps">
        <div className="soc-g">
          <DroitsSection />
          <StripeSection />
          <CopiesSection />
          <MembresSection />
          <Chronologie />
        </div>
        <aside className="soc-d" aria-label={t("actes")}>
          {isDemonstration ? (
            <p className="note">{t("fiche.sansActe")}</p>
          ) : (
            <>
              <ActePanel />
              <VisiteSection />
            </>
          )}
        </aside>
      </div>
    </ConsolePage>
  );
}

const done = {
  note: "note",
  offre: "offrir",
  retire: "retirer",
  essai: "essai",
  mois: "mois",
  grace: "grace",
  suspendue: "suspendre",
  reactivee: "reactiver",
  supprimee: "supprimer",
  gardee: "garder",
  renvoyee: "inviter",
  fermees: "sessions",
} as const;

/** What has just been done to it. */
function Done() {
  const { t } = useTranslation(["actes", "assistance"]);
  const sentences = Object.entries(done).map(([word, acte]) => [word, t(`actes:${acte}.fait`)]);
  const ofVisite = {
    visiteDemandee: t("assistance:console.demandee"),
    visiteRetiree: t("assistance:console.retiree"),
  };
  return <DoneFlash sentences={{ ...Object.fromEntries(sentences), ...ofVisite }} />;
}
