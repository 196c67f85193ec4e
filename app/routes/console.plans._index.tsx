import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../components/button";
import { ConsolePage } from "../components/console/console-page";
import { consoleTitle } from "../components/console/console-title";
import { OffreDone } from "../components/console/offre-done";
import { pushForm } from "../components/console/offre-forms";
import { OffresTable } from "../components/console/offres-table";
import { ReasonedPanel } from "../components/console/reasoned-panel";
import { OffresTable as Comparison } from "../components/tarifs/offres-table";
import { words } from "../i18n/spoken";
import { prefetch } from "../read.server";
import { trpc } from "../trpc";
import { writes } from "../write.server";

export const meta = () => consoleTitle(words().vente.titre);

export const action = writes([pushForm]);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [queries.consolePlans.list.fetch(), queries.plans.list.fetch()]);

/** What is for sale, and to whom it was sold. */
export default function Plans() {
  const { t } = useTranslation("vente");
  const [{ offres, isPushed }] = trpc.consolePlans.list.useSuspenseQuery();
  const [sold] = trpc.plans.list.useSuspenseQuery();
  return (
    <ConsolePage
      title={t("titre")}
      actions={
        <ButtonLink look="principal" to="/console/plans/nouvelle">
          {t("nouvelle")}
        </ButtonLink>
      }
    >
      <OffreDone />
      <div className="soc-g">
        {!isPushed && <Push />}
        <OffresTable offres={offres} />
        <section className="zone" aria-labelledby="comparer">
          <header className="zone-t">
            <h2 id="comparer">{t("comparer")}</h2>
            <Link className="lien pousse" to="/tarifs">
              {t("public")}
            </Link>
          </header>
          <div className="defile">
            <Comparison
              offres={sold}
              withLimits
              head={({ nom }) => <span className="pl-n">{nom}</span>}
            />
          </div>
        </section>
      </div>
    </ConsolePage>
  );
}

function Push() {
  const { t } = useTranslation("vente");
  return (
    <>
      <p className="t-att">
        <TriangleAlert className="ic" aria-hidden /> {t("nonPoussee")}
      </p>
      <ReasonedPanel
        form={pushForm}
        title={t("pousser.titre")}
        help={t("pousser.aide")}
        submit={t("pousser.faire")}
        back="/console/plans"
        hidden={{}}
      />
    </>
  );
}
