import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { Download, Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/button";
import { discardSheetForm } from "../components/compte/compte-forms";
import { ComptePage } from "../components/compte/compte-page";
import { SubmitButton } from "../components/submit-button";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { trpc } from "../trpc";
import { Write } from "../write";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().compte.secours.onglet);

export const action = writes([discardSheetForm]);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [queries.compte.recoverySheet.fetch()]);

/** The recovery codes, once: they are on no other page. */
export default function CodesDeSecours() {
  const { t } = useTranslation("compte");
  const [codes] = trpc.compte.recoverySheet.useSuspenseQuery();
  return (
    <ComptePage title={t("secours.titre")} isInner>
      <div className="compte-etroit">
        {codes ? <Sheet codes={codes} /> : <p>{t("secours.passe")}</p>}
        {!codes && (
          <Link className="lien" to="/compte">
            {t("activation.retour")}
          </Link>
        )}
      </div>
    </ComptePage>
  );
}

function Sheet({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useTranslation("compte");
  const file = `FacturePro, ${t("secours.liste")}\r\n\r\n${codes.join("\r\n")}\r\n`;
  return (
    <>
      <p>{t("secours.intro")}</p>
      <ol className="compte-codes" aria-label={t("secours.liste")}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="acts acts--ligne">
        <a
          className="bouton"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          download={t("secours.fichier")}
        >
          <Download className="ic" aria-hidden />
          {t("secours.telecharger")}
        </a>
        <Button onClick={() => window.print()}>
          <Printer className="ic" aria-hidden />
          {t("secours.imprimer")}
        </Button>
      </div>
      <Write form={discardSheetForm}>
        <SubmitButton>{t("secours.note")}</SubmitButton>
      </Write>
    </>
  );
}
