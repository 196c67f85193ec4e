import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { Chronologie } from "../components/console/chronologie";
import { ConsolePage } from "../components/console/console-page";
import { consoleTitle } from "../components/console/console-title";
import { DroitsSection } from "../components/console/droits-section";
import { MembresSection } from "../components/console/membres-section";
import { NoteForm, noteForm } from "../components/console/note-form";
import { SocieteFigures, SocieteHead } from "../components/console/societe-head";
import { useConsoleSociete } from "../components/console/societe-view";
import { StripeSection } from "../components/console/stripe-section";
import { DoneFlash } from "../components/done-flash";
import { words } from "../i18n/spoken";
import { prefetch } from "../read.server";
import { idOf } from "../route-params.server";
import { writes } from "../write.server";

export const meta = () => consoleTitle(words().societes.titre);

export const action = writes([noteForm]);

export async function loader(args: LoaderFunctionArgs) {
  const societeId = idOf(args.params, "societeId");
  return prefetch(args, (queries) => [
    queries.console.societe.fetch({ societeId }),
    queries.console.chronologie.fetch({ societeId, before: null }),
  ]);
}

/** One société, as its operator sees it. */
export default function Societe() {
  const { t } = useTranslation("societes");
  const { nom } = useConsoleSociete();
  return (
    <ConsolePage title={nom} breadcrumb={[{ to: "/console/societes", label: t("titre") }]}>
      <DoneFlash sentences={{ note: t("note.faite") }} />
      <SocieteHead />
      <SocieteFigures />
      <div className="soc-corps">
        <div className="soc-g">
          <DroitsSection />
          <StripeSection />
          <MembresSection />
          <Chronologie />
        </div>
        <aside className="soc-d" aria-label={t("note.titre")}>
          <NoteForm />
        </aside>
      </div>
    </ConsolePage>
  );
}
