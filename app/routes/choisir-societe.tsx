import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { choicePath, isChoice } from "../choice-path";
import { Button } from "../components/button";
import {
  endDemonstrationForm,
  openDemonstrationForm,
} from "../components/demonstration/demonstration-forms";
import { DemonstrationOffer } from "../components/demonstration/demonstration-offer";
import { FailureText } from "../components/failure-text";
import { SocieteChoices } from "../components/frame/societe-choices";
import { Gate } from "../components/public/gate";
import { defineForm } from "../define-form";
import { homePath } from "../home-path";
import { words } from "../i18n/spoken";
import { internalPath } from "../internal-path";
import { pageTitle } from "../page-title";
import type { Failure } from "../trpc";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().acces.choix.onglet);

const choose = (after: string) =>
  defineForm({
    procedure: "auth.chooseSociete",
    read: (form) => ({ societeId: form.text("societeId") }),
    next: () => after,
  });

const askedOf = (request: Request) => new URL(request.url).searchParams.getAll("suite");

/** Where the person was going before being asked which société. */
function destination(request: Request): string {
  const after = internalPath(askedOf(request)[0] ?? null, homePath);
  return isChoice(after) ? homePath : after;
}

export const action = (args: ActionFunctionArgs) =>
  writes([choose(destination(args.request)), openDemonstrationForm, endDemonstrationForm])(args);

export async function loader({ context, request }: LoaderFunctionArgs) {
  // Neither followed nor repeated, as at the log-in.
  if (askedOf(request).some((one) => internalPath(one, "") === "")) throw redirect(choicePath());
  const me = await context.caller.auth.me();
  const after = destination(request);
  if (!me) throw redirect(`/connexion?suite=${encodeURIComponent(choicePath(after))}`, 303);
  return { me, after };
}

export default function ChoisirSociete() {
  const { t } = useTranslation(["acces", "commun"]);
  const { me, after } = useLoaderData<typeof loader>();
  return (
    <Gate title={t("choix.titre")} lead={t("choix.chapo")}>
      <Refused />
      {me.memberships.length > 0 ? (
        <div className="panneau choix-liste">
          <SocieteChoices me={me} after={after} />
        </div>
      ) : (
        <p className="note porte-n">{t("choix.aucune")}</p>
      )}
      {me.memberships.every(({ isDemonstration }) => !isDemonstration) && (
        <DemonstrationOffer me={me} />
      )}
      <p className="porte-n">
        <Link className="lien" to="/compte">
          {t("commun:nav.compte")}
        </Link>
      </p>
      <Form method="post" action="/deconnexion" reloadDocument className="porte-n">
        <input type="hidden" name="_procedure" value="auth.logout" />
        <Button look="discret" type="submit">
          {t("commun:cadre.deconnexion")}
        </Button>
      </Form>
    </Gate>
  );
}

/** What the forms of the frame and of this page were refused: they are posted here as whole pages. */
function Refused() {
  const echo = useActionData() as { readonly write?: Failure } | undefined;
  if (!echo?.write) return null;
  return (
    <p className="erreur" role="alert">
      <FailureText failure={echo.write} />
    </p>
  );
}
