import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { eraseForm, exportForm } from "../components/compte/compte-forms";
import { ComptePage } from "../components/compte/compte-page";
import { CopySection } from "../components/compte/copy-section";
import { ErasureSection } from "../components/compte/erasure-section";
import { KeptSection } from "../components/compte/kept-section";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().donnees.titre);

export const action = writes([exportForm, eraseForm]);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [queries.compte.erasure.fetch()]);

/** One's own personal data: what is kept, a copy of it, its erasure. */
export default function MesDonnees() {
  const { t } = useTranslation("donnees");
  return (
    <ComptePage title={t("titre")} isInner>
      <div className="reglages-c">
        <KeptSection />
        <CopySection />
        <ErasureSection />
      </div>
    </ComptePage>
  );
}
