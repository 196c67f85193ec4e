import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Message } from "../components/error-page";
import { RouteError } from "../components/route-error";
import { enterForm } from "../components/visite/visite-forms";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().assistance.entree.titre);

/** The staff's alone, as the whole console. The page takes nothing: a browser that looks ahead would use the way in up. */
export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [queries.console.apercu.fetch()]);

export const action = (args: ActionFunctionArgs) =>
  writes([enterForm(args.params["jeton"] ?? "")])(args);

/** The way into a visit: its session replaces the console's in this browser, until one leaves. */
export default function Entree() {
  const { t } = useTranslation("assistance");
  const isOver = useActionData() !== undefined;
  const back = (
    <Link className="bouton" to="/console">
      {t("entree.retour")}
    </Link>
  );
  if (isOver) return <Message title={t("entree.titre")} text={t("entree.refuse")} act={back} />;
  return (
    <Message
      title={t("entree.titre")}
      text={t("entree.texte")}
      act={
        <Form method="post" reloadDocument>
          <input type="hidden" name="_procedure" value="consoleVisites.enter" />
          <button type="submit" className="bouton bouton--principal">
            {t("entree.entrer")}
          </button>
        </Form>
      }
    />
  );
}

export const ErrorBoundary = RouteError;
